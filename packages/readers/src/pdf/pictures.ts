const PICTURE = /\/Subtype\s*\/Image\b/gu;
/** Pictures with a side under this many pixels are rules, logos' masks and ornaments. */
const SMALLEST_SIDE = 200;
const DICTIONARY_REACH = 600;

/**
 * Counts the larger pictures of a PDF without decoding them. Pictures are streams, and the dictionary of a stream is
 * never compressed, so its words stand in the file as they are.
 */
export function countPictures(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes);
  let count = 0;
  for (const { index } of text.matchAll(PICTURE)) {
    const start = Math.max(text.lastIndexOf('obj', index), index - DICTIONARY_REACH);
    const dictionary = text.slice(start, Math.max(index, text.indexOf('stream', index)));
    if (isLarge(dictionary.slice(0, 2 * DICTIONARY_REACH))) count += 1;
  }
  return count;
}

function isLarge(dictionary: string): boolean {
  const width = Number(/\/Width\s+(\d+)/u.exec(dictionary)?.[1] ?? 0);
  const height = Number(/\/Height\s+(\d+)/u.exec(dictionary)?.[1] ?? 0);
  const isMask = /\/ImageMask\s+true/u.test(dictionary);
  return !isMask && Math.min(width, height) >= SMALLEST_SIDE;
}
