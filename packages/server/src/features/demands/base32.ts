/** Base 32 in Crockford's characters (crockford.com/base32.html): no I, L, O and U; all are alphanumeric to a QR code. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const BITS = 5;
const BYTE_BITS = 8;

/** The bytes in capitals, the highest bits first; the last character is filled up with zeros. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = (buffer << BYTE_BITS) | byte;
    held += BYTE_BITS;
    for (; held >= BITS; held -= BITS) text += CROCKFORD.charAt((buffer >> (held - BITS)) & 31);
    buffer &= 31;
  }
  return held === 0 ? text : text + CROCKFORD.charAt((buffer << (BITS - held)) & 31);
}

/** The bytes, or `undefined` if the text is not the one spelling of them that `encodeBase32` gives. */
export function decodeBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * BITS) / BYTE_BITS));
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    // What is no character of the alphabet, -1, is found out when the text is spelled again.
    buffer = ((buffer << BITS) | (CROCKFORD.indexOf(character) & 31)) & 0xfff;
    held += BITS;
    if (held < BYTE_BITS) continue;
    held -= BYTE_BITS;
    bytes[at] = buffer >> held;
    at += 1;
  }
  return encodeBase32(bytes) === text ? bytes : undefined;
}
