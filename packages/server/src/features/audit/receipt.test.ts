import { describe, expect, test } from 'vitest';
import { sha256, testKey, verifyEd25519 } from '../../testing/ed25519.ts';
import { signCheckpoint, type CheckpointTrust } from './checkpoint.ts';
import { appendLeaf, EMPTY_FRONTIER, hashLeaf, proveInclusion, rootOf, type Frontier } from './merkle.ts';
import { formatReceipt, parseReceipt, verifyReceipt, type Receipt } from './receipt.ts';

const ORIGIN = 'example.cn/qinghe/audit';
const SIGNER = { name: ORIGIN, ...testKey(new Uint8Array(32).fill(1)) };
const TRUST: CheckpointTrust = { origin: ORIGIN, keys: [SIGNER], sha256, verify: verifyEd25519 };
const ENTRIES = Array.from({ length: 11 }, (_, index) => new TextEncoder().encode(`事件 ${index}`));
const RECEIPT = receiptOf(6);
const JSON_TEXT = formatReceipt(RECEIPT);

describe('a receipt', () => {
  test.each(ENTRIES.map((entry, index) => ({ entry, index })))('of entry $index proves it offline', (given) => {
    const receipt = receiptOf(given.index);

    expect(verifyReceipt(formatReceipt(receipt), TRUST, given.entry)).toEqual({
      receipt,
      checkpoint: { origin: ORIGIN, size: 11, root: rootOf(grow().frontier, sha256) },
    });
  });

  test('is one line of JSON that names its version and holds nothing of the entry', () => {
    expect(JSON.parse(JSON_TEXT)).toEqual({
      version: 1,
      leaf: Buffer.from(RECEIPT.leaf).toString('base64'),
      index: 6,
      proof: RECEIPT.proof.map((hash) => Buffer.from(hash).toString('base64')),
      checkpoint: RECEIPT.checkpoint,
    });
    expect(JSON_TEXT).not.toContain('\n');
    expect(parseReceipt(JSON_TEXT)).toEqual(RECEIPT);
  });

  test('that was laid out again proves the same', () => {
    expect(verifyReceipt(JSON.stringify(JSON.parse(JSON_TEXT), null, 2), TRUST)).toHaveProperty('checkpoint');
  });

  test('without the entry proves that some entry of this hash stands in the log', () => {
    expect(verifyReceipt(JSON_TEXT, TRUST)).toMatchObject({ receipt: { index: 6 } });
  });
});

describe('a receipt proves nothing', () => {
  test('about another entry', () => {
    expect(verifyReceipt(JSON_TEXT, TRUST, ENTRIES[5])).toEqual({ fault: 'other-entry' });
    expect(verifyReceipt(JSON_TEXT, TRUST, new Uint8Array())).toEqual({ fault: 'other-entry' });
  });

  test.each([
    ['another leaf', { leaf: RECEIPT.proof[0] ?? RECEIPT.leaf }],
    ['another index', { index: 7 }],
    ['an index beyond the log', { index: 11 }],
    ['a proof too short', { proof: RECEIPT.proof.slice(1) }],
    ['a proof too long', { proof: [...RECEIPT.proof, RECEIPT.leaf] }],
    ['a proof as long as any can be', { proof: Array<Uint8Array>(53).fill(RECEIPT.leaf) }],
    ['the proof of another entry', { proof: receiptOf(5).proof }],
  ])('with %s', (_, change) => {
    expect(verifyReceipt(formatReceipt({ ...RECEIPT, ...change }), TRUST)).toEqual({ fault: 'not-included' });
  });

  test.each([
    ['malformed-checkpoint', RECEIPT.checkpoint.replace('11', '011')],
    ['other-origin', signCheckpoint({ origin: 'b', size: 11, root: RECEIPT.leaf }, [SIGNER], sha256)],
    ['forged', RECEIPT.checkpoint.replace('11', '12')],
    ['not-included', signCheckpoint({ origin: ORIGIN, size: 11, root: RECEIPT.leaf }, [SIGNER], sha256)],
  ])('when its checkpoint is %s', (fault, checkpoint) => {
    expect(verifyReceipt(formatReceipt({ ...RECEIPT, checkpoint }), TRUST)).toEqual({ fault });
  });

  test('to who trusts other keys, or this one no longer', () => {
    const stranger = { ...SIGNER, ...testKey(new Uint8Array(32).fill(2)) };

    expect(verifyReceipt(JSON_TEXT, { ...TRUST, keys: [stranger] })).toEqual({ fault: 'unknown-key' });
    expect(verifyReceipt(JSON_TEXT, { ...TRUST, keys: [{ ...SIGNER, lastSize: 10 }] })).toEqual({
      fault: 'retired-key',
    });
  });

  test('when any byte of it was changed, left out or doubled', () => {
    const places = Array.from(JSON_TEXT, (_, place) => place);
    const changes = places.flatMap((place) => [
      ...Array.from({ length: 7 }, (_, bit) => withUnit(place, JSON_TEXT.charCodeAt(place) ^ (1 << bit))),
      JSON_TEXT.slice(0, place) + JSON_TEXT.slice(place + 1),
      JSON_TEXT.slice(0, place + 1) + JSON_TEXT.slice(place),
    ]);

    expect(changes.filter((json) => 'receipt' in verifyReceipt(json, TRUST))).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['a word', '"receipt"'],
    ['no version', changed({ version: undefined })],
    ['a later version', changed({ version: 2 })],
    ['an unknown field', changed({ note: '' })],
    ['a polluted prototype', JSON_TEXT.replace('{', '{"__proto__":{},')],
    ['no leaf', changed({ leaf: undefined })],
    ['a number as leaf', changed({ leaf: 1 })],
    ['a short leaf', changed({ leaf: 'AAAA' })],
    ['no index', changed({ index: undefined })],
    ['an index in words', changed({ index: '6' })],
    ['half an index', changed({ index: 6.5 })],
    ['an index before the first', changed({ index: -1 })],
    ['an index of minus nothing', JSON_TEXT.replace('"index":6', '"index":-0')],
    ['an index that cannot be counted', changed({ index: 2 ** 53 })],
    ['no proof', changed({ proof: undefined })],
    ['a proof in one', changed({ proof: '' })],
    ['a hole in the proof', changed({ proof: [null] })],
    ['a proof longer than any tree is high', changed({ proof: Array(54).fill('A'.repeat(43) + '=') })],
    ['no checkpoint', changed({ checkpoint: undefined })],
    ['a checkpoint in parts', changed({ checkpoint: [] })],
    ['brackets without end', '['.repeat(100_000)],
    ['megabytes', `"${'x'.repeat(2_000_000)}"`],
  ])('when it is malformed: %s', (_, json) => {
    expect(verifyReceipt(json, TRUST)).toEqual({ fault: 'malformed-receipt' });
  });
});

function grow(): { readonly frontier: Frontier; readonly nodes: ReadonlyMap<string, Uint8Array> } {
  const nodes = new Map<string, Uint8Array>();
  let frontier = EMPTY_FRONTIER;
  for (const entry of ENTRIES) {
    const appended = appendLeaf(frontier, hashLeaf(entry, sha256), sha256);
    frontier = appended.frontier;
    for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash);
  }
  return { frontier, nodes };
}

function receiptOf(index: number): Receipt {
  const { frontier, nodes } = grow();
  const root = rootOf(frontier, sha256);
  return {
    leaf: hashLeaf(ENTRIES[index] ?? new Uint8Array(), sha256),
    index,
    proof: proveInclusion(index, frontier.size, (level, at) => nodes.get(`${level}/${at}`) ?? new Uint8Array(), sha256),
    checkpoint: signCheckpoint({ origin: ORIGIN, size: frontier.size, root }, [SIGNER], sha256),
  };
}

function changed(change: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(JSON_TEXT) as object), ...change });
}

function withUnit(place: number, unit: number): string {
  return JSON_TEXT.slice(0, place) + String.fromCharCode(unit) + JSON_TEXT.slice(place + 1);
}
