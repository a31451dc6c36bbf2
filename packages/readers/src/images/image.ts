import { openRecogniser } from '#recogniser';
import type { SourceText } from '@qingzhuang/analysis';
import { SourceBuilder } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';

const NO_ENGINE = '这是一张图片，这台机器没有安装识别文字的部件，请改用文档原件或把文字粘贴进来。';
const NO_WORDS = '这张图片里没有认出文字，请换一张清楚的，或改用文档原件。';

/**
 * Reads a photo or a scan: a paragraph a line, each with how sure the engine is and where it stands. Throws `unsupported`
 * where the optional engine is not installed.
 */
export async function readImage(bytes: Uint8Array, mostCharacters: number): Promise<SourceText> {
  const recognise = await openRecogniser();
  if (recognise === undefined) throw new UnreadableFile('unsupported', { sentence: NO_ENGINE });
  const lines = await recognise(bytes);
  const builder = new SourceBuilder(mostCharacters);
  for (const [index, { text, confidence, area }] of lines.entries()) {
    builder.paragraph(text, { kind: 'paragraph', place: { page: 1, paragraph: index + 1 }, confidence, area });
  }
  const source = builder.finish();
  if (source.blocks.length === 0) throw new UnreadableFile('empty', { sentence: NO_WORDS });
  return source;
}
