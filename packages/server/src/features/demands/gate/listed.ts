/** Entries of lists and labels of fields, compared as people write them: width, case, spaces and marks do not count. */

export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

export function isListed(name: string | null, entries: readonly string[]): boolean {
  return name !== null && entries.some((entry) => normalised(entry) === normalised(name));
}

/** The first entry that one of the texts names. */
export function findMentioned(texts: readonly string[], entries: readonly string[]): string | undefined {
  const written = texts.map(normalised);
  return entries.find((entry) => {
    const sought = normalised(entry);
    return sought !== '' && written.some((text) => text.includes(sought));
  });
}
