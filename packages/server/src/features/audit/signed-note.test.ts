import { expect, test } from 'vitest';
import { sha256, testKey, verifyEd25519 } from '../../testing/ed25519.ts';
import { checkSignature, noteKeyId, parseNote, signNote } from './signed-note.ts';

/** Key, text and note of the reference implementation (golang.org/x/mod/sumdb/note). */
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const SIGNER = { name: 'PeterNeumann', ...testKey(SEED) };
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const cryptography = { sha256, verify: verifyEd25519 };

test('the key of the reference has its known id', () => {
  expect(Buffer.from(noteKeyId(SIGNER, sha256)).toString('hex')).toBe('c74f20a3');
});

test('the text of the reference is signed to its very note', () => {
  expect(signNote(TEXT, [SIGNER], sha256)).toBe(NOTE);
});

test('the note of the reference verifies, and not with another text', () => {
  const note = { text: '', signatures: [], ...parseNote(NOTE) };

  expect(note.text).toBe(TEXT);
  expect(checkSignature(note, SIGNER, cryptography)).toBe('good');
  expect(checkSignature({ ...note, text: `${TEXT}\n` }, SIGNER, cryptography)).toBe('bad');
  expect(checkSignature(note, { ...SIGNER, name: 'PeterNewman' }, cryptography)).toBe('absent');
});

test('a text may hold empty lines: the last one parts it from the signatures', () => {
  const text = 'one\n\ntwo\n\n\nthree\n';

  expect(parseNote(signNote(text, [SIGNER], sha256))?.text).toBe(text);
});

test.each(['', 'no newline', 'a tab\t\n', 'half a character \udc00\n'])('the text %j is not signed', (text) => {
  expect(() => signNote(text, [SIGNER], sha256)).toThrow(RangeError);
});

test('a text without signers is not a note', () => {
  expect(() => signNote(TEXT, [], sha256)).toThrow(RangeError);
});

test.each(['', 'a b', 'a+b', 'a\u3000b', 'a\nb', 'a\u2028b'])('a key named %j signs nothing', (name) => {
  expect(() => signNote(TEXT, [{ ...SIGNER, name }], sha256)).toThrow(RangeError);
});

test('a public key of another length signs nothing', () => {
  expect(() => signNote(TEXT, [{ ...SIGNER, publicKey: new Uint8Array(33) }], sha256)).toThrow(RangeError);
});
