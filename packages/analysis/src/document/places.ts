import { firstIndex } from './ascending.ts';
import type { Place, SourceText } from './source-text.ts';

/** Tells where an offset of the extracted text stands; a text without blocks counts its paragraphs. */
export class PlaceFinder {
  private readonly source: SourceText;
  /** Where the paragraphs begin, found when first asked for. */
  private paragraphs: readonly number[] | null = null;

  constructor(source: SourceText) {
    this.source = source;
  }

  placeOf(offset: number): Place {
    const { blocks, text } = this.source;
    const block = blocks[firstIndex(blocks, ({ end }) => end > offset)];
    if (block && block.start <= offset) return block.place;
    this.paragraphs ??= paragraphStarts(text);
    return { paragraph: firstIndex(this.paragraphs, (start) => start > offset) };
  }
}

function paragraphStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
