const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Standard Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** The bytes, or `undefined` if the text is empty or not the one Base64 spelling of them: what is signed has one form. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return toBase64(bytes) === text ? new Uint8Array(bytes) : undefined;
}

/** Whether both hold the same bytes. Not in constant time: use it on public values only. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
