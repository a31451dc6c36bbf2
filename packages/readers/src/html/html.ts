import type { SourceText } from '@qingzhuang/analysis';
import { SourceBuilder } from '../source-builder.ts';
import { childElements, descendants, firstDescendant, parseMarkup, textOf, type XmlElement } from '../xml.ts';
import { readHtmlBlocks } from './blocks.ts';
import { mainContent } from './main-content.ts';

/** Reads a page: its main content with headings and tables; navigation, scripts and other frame are left out. */
export function readHtml(text: string, mostCharacters: number): SourceText {
  const root = parseMarkup(text, false);
  const builder = new SourceBuilder(mostCharacters);
  const main = mainContent(root);
  const title = missingTitle(root, main);
  if (title !== undefined) builder.paragraph(title, { kind: 'heading', level: 1, place: { paragraph: 1 } });
  readHtmlBlocks(main, builder, title === undefined ? 0 : 1);
  return builder.finish();
}

/** Many sites keep the heading outside the content; without it a reader would not know what the text is. */
function missingTitle(root: XmlElement, main: XmlElement): string | undefined {
  const heading = [...descendants(root, 'h1')].map((element) => squeeze(textOf(element))).find((words) => words !== '');
  const head = firstDescendant(root, 'title');
  const title = heading ?? squeeze(textOf(head)).replace(/[_|｜\-—–].{0,30}$/u, '');
  const has = childElements(main).length > 0 && squeeze(textOf(main)).includes(title);
  return title === '' || has ? undefined : title;
}

function squeeze(text: string): string {
  return text.replace(/[\s\u3000]+/gu, '');
}
