import { UnreadableFile } from './unreadable-file.ts';

/** The family of a file by its first bytes. */
export type Container = 'zip' | 'compound' | 'pdf' | 'image' | 'text';

const PHOTO = '这是一张图片，这里不识别图片里的文字，请改用文档原件或把文字粘贴进来。';
const ARCHIVE = '这是压缩包，请先解压，再逐个检查里面的文件。';
const NOT_TEXT = '这个文件不是文档，读不出文字，请换成 docx、pdf、ofd、xlsx 或文本文件。';

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF_MARK = '%PDF-';
/** Readers accept a PDF mark that does not stand at the very start, behind mail headers for example. */
const PDF_MARK_WITHIN = 1024;
const SNIFFED_BYTES = 4096;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly at: number; readonly sentence: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], at: 0, sentence: PHOTO },
  { bytes: [0xff, 0xd8, 0xff], at: 0, sentence: PHOTO },
  { bytes: [...ascii('GIF8')], at: 0, sentence: PHOTO },
  { bytes: [...ascii('WEBP')], at: 8, sentence: PHOTO },
  { bytes: [0x49, 0x49, 0x2a, 0x00], at: 0, sentence: PHOTO },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], at: 0, sentence: PHOTO },
  { bytes: [...ascii('ftyphei')], at: 4, sentence: PHOTO },
  { bytes: [...ascii('ftypmif1')], at: 4, sentence: PHOTO },
  { bytes: [...ascii('ftypavif')], at: 4, sentence: PHOTO },
  { bytes: [...ascii('Rar!')], at: 0, sentence: ARCHIVE },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], at: 0, sentence: ARCHIVE },
  { bytes: [0x1f, 0x8b, 0x08], at: 0, sentence: ARCHIVE },
];

/** Tells the family of a file by content. Throws `empty` or `unsupported` with a sentence that says what it is. */
export function detectContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new UnreadableFile('empty', { sentence: '文件是空的。' });
  if (startsWith(bytes, COMPOUND)) return 'compound';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (isPicture(bytes)) return 'image';
  const known = SIGNATURES.find((signature) => startsWith(bytes.subarray(signature.at), signature.bytes));
  if (known !== undefined) throw new UnreadableFile('unsupported', { sentence: known.sentence });
  if (isPdf(bytes)) return 'pdf';
  return 'text';
}

/** True for a photo or a scan, whatever its name says. */
export function isPicture(bytes: Uint8Array): boolean {
  return (
    SIGNATURES.some(
      ({ bytes: signature, at, sentence }) => sentence === PHOTO && startsWith(bytes.subarray(at), signature),
    ) || isBitmap(bytes)
  );
}

/** True for files that may hold words as pictures only. */
export function mayBeScan(bytes: Uint8Array): boolean {
  return isPicture(bytes) || isPdf(bytes);
}

/** Thrown for pictures where nobody asked for their words. */
export function unreadPicture(): UnreadableFile {
  return new UnreadableFile('unsupported', { sentence: PHOTO });
}

/** Thrown for zip files that hold no document. */
export function unsupportedArchive(): UnreadableFile {
  return new UnreadableFile('unsupported', { sentence: ARCHIVE });
}

/** Thrown for bytes that are neither a known format nor text. */
export function notText(): UnreadableFile {
  return new UnreadableFile('unsupported', { sentence: NOT_TEXT });
}

/** True when decoded text is a page of HTML rather than prose that mentions a tag. */
export function looksLikeHtml(text: string, extension: string): boolean {
  const head = text.slice(0, SNIFFED_BYTES);
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|table)\b/iu.test(head))
    return true;
  return /^\.html?$/u.test(extension) && /<\w/u.test(head);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, PDF_MARK_WITHIN)).includes(PDF_MARK);
}

/** BM, the true file size or zero, and four reserved zero bytes: two letters alone would catch texts. */
function isBitmap(bytes: Uint8Array): boolean {
  return startsWith(bytes, [...ascii('BM')]) && bytes.length > 54 && bytes.subarray(6, 10).every((byte) => byte === 0);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
