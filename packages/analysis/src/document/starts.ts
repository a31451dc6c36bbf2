/** A cheap filter before an expensive pattern: only some characters can begin what is looked for. */
export type Starts = Uint8Array;

/** A table of the characters given; all must lie in the basic plane. */
export function startsOf(characters: string): Starts {
  const table = new Uint8Array(0x10000);
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
  return table;
}

/** The offset of the first such character at or after `from`, or the length of the text. */
export function nextStart(text: string, from: number, starts: Starts): number {
  let offset = from;
  while (offset < text.length && starts[text.charCodeAt(offset)] === 0) offset += 1;
  return offset;
}
