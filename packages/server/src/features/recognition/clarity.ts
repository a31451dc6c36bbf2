/** How well the words of a photo or a scan can be relied on. */
import type { recognition } from '@qingzhuang/contract';

/** A line as the engine has read it. */
export interface RecognisedLine {
  readonly text: string;
  readonly page: number;
  /** 0 to 1; 1 where the file itself has the words. */
  readonly confidence: number;
}

/**
 * On drawn notices, turned, soiled and stamped, every line with a wrong letter or digit was under 0.96, most with only a
 * wrong comma under this, and one right line in forty.
 */
export const DOUBTFUL_BELOW = 0.985;

/** What the engine has read, its doubtful lines marked, with a sentence that says how well it could be read. */
export function describeText(
  lines: readonly RecognisedLine[],
  unreadPages: readonly number[],
): recognition.RecognisedText {
  const marked = lines.map((line) => ({ ...line, isDoubtful: line.confidence < DOUBTFUL_BELOW }));
  const doubtful = marked.filter(({ isDoubtful }) => isDoubtful).length;
  return { lines: marked, unreadPages: [...unreadPages], says: sayClarity(doubtful) + sayUnread(unreadPages) };
}

function sayClarity(doubtful: number): string {
  if (doubtful === 0) return '读得清，提交前请对照原件看一遍，数字、日期和姓名尤其要看。';
  return `有${doubtful}处看不清，已标出，请对照原件改好。`;
}

function sayUnread(pages: readonly number[]): string {
  return pages.length === 0 ? '' : `第${pages.join('、')}页没有读出文字，需要的请补上。`;
}
