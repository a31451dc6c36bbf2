/** The name under which text that somebody pasted is stored as a file. */
export const PASTED = '粘贴的文字.txt';

/** What a stored file is read from: what was pasted is text as it stands, anything else what its bytes say. */
export function contentOf(name: string, bytes: Uint8Array<ArrayBuffer>): string | Uint8Array<ArrayBuffer> {
  // A zero byte cannot be kept in a record; in its place stands a character as long.
  return name === PASTED ? new TextDecoder().decode(bytes).replaceAll('\0', ' ') : bytes;
}
