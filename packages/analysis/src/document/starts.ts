/** A cheap filter before an expensive pattern: only some pairs of characters can begin what is looked for. */
export interface Starts {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

/** Tables of the first and second characters that a pattern can begin with; all must lie in the basic plane. */
export function startsOf(first: string, second: string): Starts {
  return { first: tableOf(first), second: tableOf(second) };
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

/** The first offset at or after `from` where a pattern may begin, or the length of the text. */
export function nextStart(text: string, from: number, { first, second }: Starts): number {
  const last = text.length - 1;
  for (let offset = from; offset < last; offset++) {
    if (first[text.charCodeAt(offset)] === 1 && second[text.charCodeAt(offset + 1)] === 1) return offset;
  }
  return text.length;
}
