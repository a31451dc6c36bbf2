/** Lines that a scraped page put round the text: links to the neighbours, sources, disclaimers, advertisements. */

/** One of these must occur, or there is nothing to look for. */
const HINT = /[上下]一[篇条]|转载|来源:|声明:|👉|评论|责任编辑|扫一扫|打印本页|关闭窗口|返回顶部/u;
const TO_LINE_END = [
  '[上下]一[篇条][: ]',
  '(?:如若|如需|欢迎|未经[^\\n。]{0,12})?转载',
  '(?:本文|文章|信息|稿件|新闻)?来源:[^\\n\\t。]{0,40}$',
  '(?:免责|版权|特别|郑重)声明:',
  '请?点击👉',
  '已有\\d+人发表了?评论',
  '责任编辑:',
  '(?:微信)?扫一扫',
  '打印本页',
  '关闭窗口',
  '返回顶部',
].join('|');
/** At the start of a line or glued to the sentence before. A bracket must hold a source or a disclaimer. */
const FRAME = new RegExp(
  `(?<=^|[。!?】])[ \\-·•]*(?:(?:${TO_LINE_END})[^\\n]*|[(【](?:[^\\n)】]{0,4}来源|[^\\n)】]{0,4}声明|责任编辑):[^\\n]*)`,
  'gmu',
);

/** Stretches to drop from folded text, in order: `[start, end)`. */
export function findFrames(text: string): readonly (readonly [start: number, end: number])[] {
  if (!HINT.test(text)) return [];
  const frames: (readonly [number, number])[] = [];
  for (const match of text.matchAll(FRAME)) frames.push([match.index, match.index + match[0].length]);
  return frames;
}
