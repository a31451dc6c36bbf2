/** How much of the wanted text stands in the other, 0 to 1: the share of its pairs of neighbouring characters. */
export function likeness(wanted: string, text: string): number {
  const pairs = pairsOf(wanted);
  const held = pairsOf(text);
  if (pairs.size === 0) return text.toLowerCase().includes(wanted.trim().toLowerCase()) ? 1 : 0;
  let found = 0;
  for (const pair of pairs) if (held.has(pair)) found += 1;
  return found / pairs.size;
}

function pairsOf(text: string): Set<string> {
  const characters = Array.from(text.toLowerCase().replace(/[\s\p{P}]+/gu, ''));
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}
