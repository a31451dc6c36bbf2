import { openRecogniser } from '#recogniser';
import type { SourceText } from '@qingzhuang/analysis';
import { SourceBuilder } from '../source-builder.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { RecognisedLine } from './recognised-line.ts';

const NO_ENGINE = '这是一张图片，这台机器没有安装识别文字的部件，请改用文档原件或把文字粘贴进来。';
const NO_WORDS = '这张图片里没有认出文字，请换一张清楚的，或改用文档原件。';

const TELEPHONE_FORMAT =
  '这是苹果手机的 HEIC 图片，这里读不了，请在手机上把它另存为 JPEG（设置里选“兼容性最佳”），或截一张屏。';

/** Whether this machine has the optional engine that reads pictures. */
export async function canRecognise(): Promise<boolean> {
  return (await openRecogniser()) !== undefined;
}

/**
 * Reads a photo or a scan: a paragraph a line, each with how sure the engine is and where it stands. Throws `unsupported`
 * where the optional engine is not installed.
 */
export async function readImage(bytes: Uint8Array, mostCharacters: number): Promise<SourceText> {
  const recognise = await openRecogniser();
  if (recognise === undefined) throw new UnreadableFile('unsupported', { sentence: NO_ENGINE });
  if (isHeic(bytes)) throw new UnreadableFile('unsupported', { sentence: TELEPHONE_FORMAT });
  const builder = new SourceBuilder(mostCharacters);
  addLines(await recognise(bytes), 1, builder);
  const source = builder.finish();
  if (source.blocks.length === 0) throw new UnreadableFile('empty', { sentence: NO_WORDS });
  return source;
}

/** Adds what was found on the picture of a page: a paragraph a line. */
export function addLines(lines: readonly RecognisedLine[], page: number, builder: SourceBuilder): void {
  for (const [index, { text, confidence, area }] of lines.entries()) {
    builder.paragraph(text, { kind: 'paragraph', place: { page, paragraph: index + 1 }, confidence, area });
  }
}

/** By the brand of its container; the image library has no decoder for it. */
function isHeic(bytes: Uint8Array): boolean {
  return /^ftyp(?:hei|mif1)/u.test(new TextDecoder('latin1').decode(bytes.subarray(4, 12)));
}
