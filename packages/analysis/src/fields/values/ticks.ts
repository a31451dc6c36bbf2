/** Boxes in front of answers: ☑男 □女. */

const BOX = /([☑☒■✓✔√🗹]|[□☐○◻▢])\s*([^☑☒■✓✔√🗹□☐○◻▢]*)/gu;
const EMPTY_BOX = /[□☐○◻▢]/u;

/** The words behind ticked boxes; null where the text is not a row of boxes with words. */
export function readTicks(raw: string): readonly string[] | null {
  const boxes = [...raw.matchAll(BOX)].map(([, box = '', words = '']) => ({ box, words: words.trim() }));
  if (boxes.length === 0 || boxes.every(({ words }) => words === '')) return null;
  return boxes.filter(({ box }) => !EMPTY_BOX.test(box)).map(({ words }) => words.replace(/[、，,;；]$/, ''));
}
