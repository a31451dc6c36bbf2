import { expect, test } from 'vitest';
import { zipOf } from './testing/build-files.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { ZipPackage } from './zip.ts';

const DECLARED_SIZE_IN_DIRECTORY = 24;
const DIRECTORY_SIGNATURE = [0x50, 0x4b, 0x01, 0x02];

function directoryAt(bytes: Uint8Array): number {
  return bytes.findIndex((_, at) => DIRECTORY_SIGNATURE.every((byte, index) => bytes[at + index] === byte));
}

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return error instanceof UnreadableFile ? error.code : String(error);
  }
  return undefined;
}

test('a part is found whatever its case, leading slash or kind of slash', () => {
  const zip = new ZipPackage(zipOf({ 'Doc_0\\Document.xml': '正文' }));

  expect(new TextDecoder().decode(zip.read('/doc_0/document.XML'))).toBe('正文');
});

test('a part that claims more than the limit is refused before it is unpacked', () => {
  const bytes = zipOf({ a: 'x'.repeat(1000) });
  new DataView(bytes.buffer).setUint32(directoryAt(bytes) + DECLARED_SIZE_IN_DIRECTORY, 100 * 1024 * 1024, true);

  expect(codeOf(() => new ZipPackage(bytes).read('a'))).toBe('too-large');
});

test('a part that unpacks to more than it claims is stopped', () => {
  const bytes = zipOf({ a: new Uint8Array(5_000_000) });
  new DataView(bytes.buffer).setUint32(directoryAt(bytes) + DECLARED_SIZE_IN_DIRECTORY, 1000, true);

  expect(codeOf(() => new ZipPackage(bytes).read('a'))).toBe('too-large');
});

test('a part that is packed more than office files are is refused', () => {
  expect(codeOf(() => new ZipPackage(zipOf({ a: new Uint8Array(20_000_000) })).read('a'))).toBe('too-large');
});

test('a package cut short is damaged', () => {
  const bytes = zipOf({ a: 'x', b: 'y' });

  expect(codeOf(() => new ZipPackage(bytes.subarray(0, bytes.length - 30)))).toBe('damaged');
});

test('a locked part is told from a damaged one', () => {
  const bytes = zipOf({ a: 'x' });
  bytes[directoryAt(bytes) + 8] = 1;

  expect(codeOf(() => new ZipPackage(bytes).read('a'))).toBe('encrypted');
});
