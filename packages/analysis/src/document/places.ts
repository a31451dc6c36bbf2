import type { Block, Place, SourceText } from './source-text.ts';

/** Where an offset of the extracted text stands; a text without blocks counts its paragraphs. */
export function placeOf(source: SourceText, offset: number): Place {
  const block = blockAt(source.blocks, offset);
  return block ? block.place : { paragraph: paragraphAt(source.text, offset) };
}

function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (!block) return undefined;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}

function paragraphAt(text: string, offset: number): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
