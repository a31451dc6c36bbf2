/** Every place in `text` where `quote` stands, as half-open intervals. */
export function occurrences(text: string, quote: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    found.push({ start, end: start + quote.length });
  }
  return found;
}
