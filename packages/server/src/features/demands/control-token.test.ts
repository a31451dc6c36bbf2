import { describe, expect, test } from 'vitest';
import { sha256, testKey, verifyEd25519 } from '../../testing/ed25519.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { DEMAND_KINDS, type ControlToken } from './control-token-layout.ts';
import {
  digestBearers,
  digestTitle,
  signControlToken,
  verifyControlToken,
  type ControlKey,
  type ControlTokenVerdict,
  type ControlTrust,
} from './control-token.ts';

const OLD = testKey(new Uint8Array(32).fill(1));
const NEW = testKey(new Uint8Array(32).fill(2));
const TOKEN: ControlToken = {
  code: 'QH26-7K3F-P1',
  issuerCode: '清农',
  kind: 'form',
  bearersDigest: digestBearers(['320981101', '320981102'], sha256),
  titleDigest: digestTitle('关于报送危房名单的通知', sha256),
  admittedOn: '2026-03-02',
  expiresOn: '2026-12-31',
};
const TEXT = signControlToken(TOKEN, NEW, sha256);
const TRUST: ControlTrust = { keys: [NEW], today: '2026-03-05', sha256, verify: verifyEd25519 };

describe('a token', () => {
  test('is read as it was signed', () => {
    expect(verifyControlToken(TEXT, TRUST)).toEqual({ state: 'valid', token: TOKEN });
  });

  test.each(DEMAND_KINDS)('may be of the kind %s', (kind) => {
    const token = { ...TOKEN, kind };

    expect(verifyControlToken(signControlToken(token, NEW, sha256), TRUST)).toEqual({ state: 'valid', token });
  });

  test('keeps the order of kinds for ever, or old tokens would change theirs', () => {
    expect(DEMAND_KINDS.join(' ')).toBe('meeting document form inspection task platform plaque campaign');
  });

  test('keeps its layout for ever, or old tokens would become malformed', () => {
    const bytes = Buffer.from(decodeBase32(TEXT) ?? []);

    expect(bytes.length).toBe(1 + 4 + 10 + 1 + 2 + 2 + 16 + 16 + 1 + 6 + 64);
    expect(bytes[0]).toBe(1);
    expect(bytes.subarray(1, 5)).toEqual(Buffer.from(sha256(NEW.publicKey).subarray(0, 4)));
    expect(bytes.subarray(5, 15).toString()).toBe('QH267K3FP1');
    expect([...bytes.subarray(15, 20)]).toEqual([2, 0x25, 0x55, 0x26, 0x85]);
    expect(bytes.subarray(20, 36).toString('hex')).toBe(TOKEN.bearersDigest);
    expect(bytes.subarray(36, 52).toString('hex')).toBe(TOKEN.titleDigest);
    expect(bytes.subarray(52, 59).toString()).toBe('\u0006清农');
    expect(
      verifyEd25519(
        NEW.publicKey,
        Buffer.concat([Buffer.from('qingzhuang control token\n'), bytes.subarray(0, -64)]),
        bytes.subarray(-64),
      ),
    ).toBe(true);
  });

  test('fits a QR code of version 10 at level M with an address before it, whatever it holds', () => {
    const longest = signControlToken({ ...TOKEN, issuerCode: `${'机'.repeat(10)}ab` }, NEW, sha256);

    expect(longest).toMatch(/^[0-9A-Z]{239}$/);
    expect('HTTPS://QINGZHUANG.QINGHE.GOV.CN/C/'.length + longest.length).toBeLessThanOrEqual(311);
    expect(verifyControlToken(longest, TRUST)).toHaveProperty('token.issuerCode', '机机机机机机机机机机ab');
  });

  test.each([
    ['no code', { code: 'QH26-7K3F-P2' }],
    ['a code as typed', { code: 'qh26-7k3f-p1' }],
    ['a code without dashes', { code: 'QH267K3FP1' }],
    ['no issuer', { issuerCode: '' }],
    ['an issuer too long', { issuerCode: '清'.repeat(11) }],
    ['an issuer so long that its length begins again', { issuerCode: 'a'.repeat(256 + 4) }],
    ['half a character', { issuerCode: '\ud83d' }],
    ['a digest too short', { titleDigest: 'ab' }],
    ['a digest too long', { bearersDigest: 'a'.repeat(34) }],
    ['a digest in capitals', { titleDigest: 'A'.repeat(32) }],
    ['a digest that is none', { titleDigest: 'g'.repeat(32) }],
    ['a day before 2000', { admittedOn: '1999-12-31' }],
    ['a day after 2179', { expiresOn: '2179-06-07' }],
    ['a day that does not exist', { expiresOn: '2026-02-30' }],
    ['an expiry before the admission', { expiresOn: '2026-03-01' }],
  ])('cannot hold %s', (_, change) => {
    expect(() => signControlToken({ ...TOKEN, ...change }, NEW, sha256)).toThrow(RangeError);
  });

  test('may hold the first and the last day there is', () => {
    const token = { ...TOKEN, admittedOn: '2000-01-01', expiresOn: '2179-06-06' };

    expect(verifyControlToken(signControlToken(token, NEW, sha256), TRUST)).toEqual({ state: 'valid', token });
  });
});

describe('what a token is worth', () => {
  test.each([
    ['2026-12-31', 'valid'],
    ['2027-01-01', 'expired'],
    ['2036-03-05', 'expired'],
  ])('on %s it is %s', (today, state) => {
    expect(verifyControlToken(TEXT, { ...TRUST, today })).toEqual({ state, token: TOKEN });
  });

  test('with one of several keys it is valid, in whatever order', () => {
    expect(stateOf(TEXT, [OLD, NEW])).toBe('valid');
    expect(stateOf(TEXT, [NEW, OLD])).toBe('valid');
    expect(stateOf(TEXT, [OLD])).toBe('unknown-key');
    expect(stateOf(TEXT, [])).toBe('unknown-key');
  });

  test.each([
    ['2026-03-03', 'valid'],
    ['2026-03-02', 'forged'],
    ['2025-01-01', 'forged'],
  ])('when its key was retired on %s it is %s', (retiredOn, state) => {
    expect(stateOf(TEXT, [OLD, { ...NEW, retiredOn }])).toBe(state);
  });

  test('a retired key still tells that its token has expired', () => {
    const keys = [{ ...NEW, retiredOn: '2026-04-01' }];

    expect(verifyControlToken(TEXT, { ...TRUST, keys, today: '2027-01-01' }).state).toBe('expired');
  });

  test('signed by another key under this key id it is forged', () => {
    const forged = signControlToken(TOKEN, { publicKey: NEW.publicKey, sign: OLD.sign }, sha256);

    expect(stateOf(forged, [OLD, NEW])).toBe('forged');
  });

  test('a signature of the same bytes for another purpose is none of a token', () => {
    const bytes = decodeBase32(TEXT) ?? new Uint8Array();
    const body = bytes.subarray(0, -64);

    expect(stateOf(encodeBase32(new Uint8Array([...body, ...NEW.sign(body)])), [NEW])).toBe('forged');
  });

  test('keys that happen to share a key id are all tried', () => {
    const sameIds = { ...TRUST, sha256: () => new Uint8Array(32) };
    const text = signControlToken(TOKEN, NEW, sameIds.sha256);

    expect(verifyControlToken(text, { ...sameIds, keys: [OLD, NEW] }).state).toBe('valid');
    expect(verifyControlToken(text, { ...sameIds, keys: [OLD] }).state).toBe('forged');
  });
});

describe('tampering', () => {
  const bytes = decodeBase32(TEXT) ?? new Uint8Array();

  test('no bit of it can be changed', () => {
    const changed = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const place = bit >> 3;
      return encodeBase32(bytes.with(place, (bytes[place] ?? 0) ^ (1 << (bit & 7))));
    });

    expect(changed.filter((text) => 'token' in verifyControlToken(text, TRUST))).toEqual([]);
  });

  test('no character can be replaced, left out or doubled', () => {
    const changed = Array.from(TEXT, (character, place) => [
      ...Array.from('0189ABYZaz-', (other) => TEXT.slice(0, place) + other + TEXT.slice(place + 1)),
      TEXT.slice(0, place) + TEXT.slice(place + 1),
      TEXT.slice(0, place) + character + TEXT.slice(place),
    ]).flat();

    expect(changed.filter((text) => text !== TEXT && 'token' in verifyControlToken(text, TRUST))).toEqual([]);
  });

  test('changed content is forged, not merely malformed', () => {
    const longer = bytes.with(19, (bytes[19] ?? 0) ^ 1);

    expect(stateOf(encodeBase32(longer), [NEW])).toBe('forged');
  });

  test.each([
    ['nothing', ''],
    ['small letters', TEXT.toLowerCase()],
    ['a printed code', 'QH26-7K3F-P1'],
    ['half of it', TEXT.slice(0, 100)],
    ['twice', TEXT + TEXT],
    ['megabytes', 'Z'.repeat(5_000_000)],
    ['a later version', encodeBase32(bytes.with(0, 2))],
    ['a code with a wrong check', encodeBase32(bytes.with(14, '2'.charCodeAt(0)))],
    ['a code as typed', encodeBase32(bytes.with(14, 'L'.charCodeAt(0)))],
    ['an unknown kind', encodeBase32(bytes.with(15, 8))],
    ['an expiry before the admission', encodeBase32(bytes.with(18, 0))],
    ['an issuer that is no UTF-8', encodeBase32(bytes.with(53, 0xff))],
    ['an issuer longer than there are bytes', encodeBase32(bytes.with(52, 200))],
    ['no issuer', encodeBase32(new Uint8Array([...bytes.subarray(0, 52), 0, ...bytes.subarray(-64)]))],
    ['zeros', encodeBase32(new Uint8Array(123))],
  ])('%s is malformed', (_, text) => {
    expect(verifyControlToken(text, TRUST)).toEqual({ state: 'malformed' });
  });
});

describe('digests', () => {
  test('bearers are the same in any order and however often they are named', () => {
    const digest = digestBearers(['320981101', '320981102'], sha256);

    expect(digest).toBe('ab712aee87e4c25f57ef8dc50b292c42');
    expect(digestBearers(['320981102', '320981101', '320981102'], sha256)).toBe(digest);
    expect(digestBearers(['320981101'], sha256)).not.toBe(digest);
    expect(digestBearers(['320981101320981102'], sha256)).not.toBe(digest);
  });

  test('a title is the same over two lines and in full-width characters, and no other title is', () => {
    const digest = digestTitle('关于报送危房名单(2026年)的通知', sha256);

    expect(digestTitle(' 关于报送危房名单\n（２０２６年）的\u3000通知', sha256)).toBe(digest);
    expect(digestTitle('关于报送危房名单(2025年)的通知', sha256)).not.toBe(digest);
  });
});

function stateOf(text: string, keys: readonly ControlKey[]): ControlTokenVerdict['state'] {
  return verifyControlToken(text, { ...TRUST, keys }).state;
}
