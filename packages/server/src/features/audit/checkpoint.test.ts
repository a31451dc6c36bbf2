import { describe, expect, test } from 'vitest';
import { sha256, testKey, verifyEd25519 } from '../../testing/ed25519.ts';
import {
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type CheckpointKey,
  type CheckpointTrust,
} from './checkpoint.ts';
import { signNote, type NoteSigner } from './signed-note.ts';

const ORIGIN = 'example.cn/qinghe/audit';
const OLD = signer(ORIGIN, 1);
const NEW = signer(ORIGIN, 2);
const WITNESS = signer('witness.example.cn', 3);
const CHECKPOINT: Checkpoint = { origin: ORIGIN, size: 20_852_163, root: new Uint8Array(32).fill(7) };

/** As published by the checksum database of the Go project in September 2024. */
const GO_CHECKPOINT = `go.sum database tree
30055305
mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=

— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=
`;
const GO_KEY: CheckpointKey = {
  name: 'sum.golang.org',
  publicKey: new Uint8Array(Buffer.from('Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8', 'base64').subarray(1)),
};

describe('the published format', () => {
  test('a checkpoint of another program is read and verified', () => {
    const trust = { origin: 'go.sum database tree', keys: [GO_KEY], sha256, verify: verifyEd25519 };

    expect(openCheckpoint(GO_CHECKPOINT, trust)).toEqual({
      checkpoint: {
        origin: 'go.sum database tree',
        size: 30_055_305,
        root: new Uint8Array(Buffer.from('mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=', 'base64')),
      },
    });
  });

  test('ours has origin, size and root, an empty line, and a line for each signer', () => {
    const lines = signCheckpoint(CHECKPOINT, [OLD, NEW], sha256).split('\n');

    expect(lines.slice(0, 4)).toEqual([ORIGIN, '20852163', 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=', '']);
    expect(lines.slice(4, -1).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['—', ORIGIN],
      ['—', ORIGIN],
    ]);
    expect(lines.at(-1)).toBe('');
  });

  test.each([0, 1, Number.MAX_SAFE_INTEGER])('a log of %i entries is read as it was signed', (size) => {
    const note = signCheckpoint({ ...CHECKPOINT, size }, [NEW], sha256);

    expect(openCheckpoint(note, trusting(NEW))).toEqual({ checkpoint: { ...CHECKPOINT, size } });
    expect(parseCheckpoint(note)).toEqual({ ...CHECKPOINT, size });
  });

  test('lines of later versions are covered by the signature and passed over', () => {
    const note = signNote(`${ORIGIN}\n1\n${'A'.repeat(43)}=\nmore to come\n`, [NEW], sha256);

    expect(openCheckpoint(note, trusting(NEW))).toEqual({
      checkpoint: { origin: ORIGIN, size: 1, root: new Uint8Array(32) },
    });
    expect(openCheckpoint(note.replace('more', 'less'), trusting(NEW))).toEqual({ fault: 'forged' });
  });

  test.each([
    ['an origin of two lines', { origin: 'a\nb' }],
    ['no origin', { origin: '' }],
    ['a negative size', { size: -1 }],
    ['half an entry', { size: 0.5 }],
    ['a size that cannot be counted', { size: 2 ** 53 }],
    ['a root of 31 bytes', { root: new Uint8Array(31) }],
  ])('%s is not signed', (_, change) => {
    expect(() => signCheckpoint({ ...CHECKPOINT, ...change }, [NEW], sha256)).toThrow(RangeError);
  });
});

describe('who signed', () => {
  const both = signCheckpoint(CHECKPOINT, [OLD, NEW], sha256);
  const byOld = signCheckpoint(CHECKPOINT, [OLD], sha256);

  test('while keys change, either is enough', () => {
    expect(openCheckpoint(both, trusting(OLD))).toEqual({ checkpoint: CHECKPOINT });
    expect(openCheckpoint(both, trusting(NEW))).toEqual({ checkpoint: CHECKPOINT });
    expect(openCheckpoint(both, trusting(OLD, NEW))).toEqual({ checkpoint: CHECKPOINT });
  });

  test('a retired key verifies up to its last size and not beyond', () => {
    const last = CHECKPOINT.size;

    expect(openCheckpoint(byOld, trusting({ ...OLD, lastSize: last }))).toEqual({ checkpoint: CHECKPOINT });
    expect(openCheckpoint(byOld, trusting({ ...OLD, lastSize: last - 1 }, NEW))).toEqual({ fault: 'retired-key' });
    expect(openCheckpoint(both, trusting({ ...OLD, lastSize: last - 1 }, NEW))).toEqual({ checkpoint: CHECKPOINT });
  });

  test('a key that is not trusted, or none at all, opens nothing', () => {
    expect(openCheckpoint(byOld, trusting(NEW))).toEqual({ fault: 'unknown-key' });
    expect(openCheckpoint(byOld, trusting())).toEqual({ fault: 'unknown-key' });
    expect(openCheckpoint(byOld, trusting({ ...OLD, name: 'example.cn/other' }))).toEqual({ fault: 'unknown-key' });
  });

  test('signatures of witnesses are passed over, whatever they hold', () => {
    const witnessed = signCheckpoint(CHECKPOINT, [WITNESS, NEW], sha256);

    expect(openCheckpoint(witnessed, trusting(NEW))).toEqual({ checkpoint: CHECKPOINT });
    expect(openCheckpoint(`${byOld}— somebody AAAAAAA=\n`, trusting(OLD))).toEqual({ checkpoint: CHECKPOINT });
  });

  test('a wrong signature of a trusted key spoils the good one beside it', () => {
    const other =
      signCheckpoint({ ...CHECKPOINT, size: 1 }, [OLD], sha256)
        .split('\n')
        .at(4) ?? '';

    expect(openCheckpoint(`${both}${other}\n`, trusting(OLD, NEW))).toEqual({ fault: 'forged' });
    expect(openCheckpoint(`${both}${other}\n`, trusting(NEW))).toEqual({ checkpoint: CHECKPOINT });
  });

  test('a checkpoint of another log is refused, even by the same key', () => {
    const note = signCheckpoint({ ...CHECKPOINT, origin: 'example.cn/other' }, [NEW], sha256);

    expect(openCheckpoint(note, trusting(NEW))).toEqual({ fault: 'other-origin' });
  });
});

describe('hostile input', () => {
  const good = signCheckpoint(CHECKPOINT, [NEW], sha256);
  const [origin = '', size = '', root = '', , signature = ''] = good.split('\n');

  test('no byte can be changed, left out or doubled', () => {
    const bytes = [...new TextEncoder().encode(good)];
    const changes = bytes.flatMap((byte, place) => [
      ...Array.from({ length: 8 }, (_, bit) => bytes.with(place, byte ^ (1 << bit))),
      bytes.toSpliced(place, 1),
      bytes.toSpliced(place, 0, byte),
    ]);

    expect(changes.filter((changed) => 'checkpoint' in openCheckpoint(decode(changed), trusting(NEW)))).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['a newline', '\n'],
    ['an empty text', `\n\n${signature}\n`],
    ['no signature', `${origin}\n${size}\n${root}\n\n`],
    ['no empty line', `${origin}\n${size}\n${root}\n${signature}\n`],
    ['no last newline', good.slice(0, -1)],
    ['two lines', `${origin}\n${size}\n\n${signature}\n`],
    ['an empty origin', `\n${size}\n${root}\n\n${signature}\n`],
    ['an empty line within', `${origin}\n${size}\n${root}\n\nmore\n\n${signature}\n`],
    ['a leading zero', good.replace(size, `0${size}`)],
    ['a plus sign', good.replace(size, `+${size}`)],
    ['a negative size', good.replace(size, '-1')],
    ['a hexadecimal size', good.replace(size, '0x10')],
    ['digits of another script', good.replace(size, '１２')],
    ['a size that cannot be counted', good.replace(size, '9007199254740992')],
    ['a size without end', good.replace(size, '9'.repeat(100_000))],
    ['a short root', good.replace(root, 'BwcHBw==')],
    ['a root without padding', good.replace(root, root.slice(0, -1))],
    ['a root with stray bits', good.replace('Bwc=\n', 'Bwd=\n')],
    ['a root of the URL alphabet', good.replace(root, `${'_'.repeat(43)}=`)],
    ['a carriage return', good.replaceAll('\n', '\r\n')],
    ['a zero byte', good.replace(origin, `${origin}\u0000`)],
    ['half a character', good.replace(origin, '\ud800')],
    ['a hyphen for the dash', good.replace('—', '-')],
    ['two spaces', good.replace('— ', '—  ')],
    ['a key name with a plus sign', good.replace(`— ${origin}`, '— a+b')],
    ['a signature without bytes', good.replace(signature, `— ${origin} AAAAAA==`)],
    ['101 signatures', good + `${signature}\n`.repeat(100)],
    ['a text without end', `${origin}\n${size}\n${root}\n${'x'.repeat(300_000)}\n\n${signature}\n`],
  ])('%s is malformed', (_, note) => {
    expect(openCheckpoint(note, trusting(NEW))).toEqual({ fault: 'malformed-checkpoint' });
    expect(parseCheckpoint(note)).toBeUndefined();
  });

  test.each([
    ['empty of bytes', 0],
    ['too short', 63],
    ['too long', 65],
  ])('a signature that is %s is forged or malformed, and asks nothing of the cipher', (_, length) => {
    const [keyId, bytes] = splitSignature(signature);
    const line = `— ${origin} ${Buffer.concat([keyId, bytes, bytes])
      .subarray(0, 4 + length)
      .toString('base64')}`;
    const verdict = openCheckpoint(good.replace(signature, line), {
      ...trusting(NEW),
      verify: () => {
        throw new Error('Asked.');
      },
    });

    expect(verdict).toEqual({ fault: length === 0 ? 'malformed-checkpoint' : 'forged' });
  });

  test('a hundred signatures are read', () => {
    expect(openCheckpoint(good + `${signature}\n`.repeat(99), trusting(NEW))).toEqual({ checkpoint: CHECKPOINT });
  });

  test('sixteen signatures of other kinds are no hindrance', () => {
    const large = `— witness ${Buffer.alloc(5_000, 1).toString('base64')}\n`;

    expect(openCheckpoint(good + large.repeat(16), trusting(NEW))).toEqual({ checkpoint: CHECKPOINT });
  });
});

function signer(name: string, seed: number): NoteSigner {
  return { name, ...testKey(new Uint8Array(32).fill(seed)) };
}

function trusting(...keys: readonly CheckpointKey[]): CheckpointTrust {
  return { origin: ORIGIN, keys, sha256, verify: verifyEd25519 };
}

/** As bytes come from a file: what is no UTF-8 becomes a replacement character. */
function decode(bytes: readonly number[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

function splitSignature(line: string): [keyId: Buffer, signature: Buffer] {
  const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64');
  return [bytes.subarray(0, 4), bytes.subarray(4)];
}
