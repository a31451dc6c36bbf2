/** Tells laws and regulations of the state from the rules that a county or an office writes for itself. */

/** A law or a regulation of the state: by its title, or by the act that put it into force. A county's own 办法 is none. */
const STATUTE_TITLE = /(?:(?<!办)法|法典|条例|编|法律)(?:\([^)]*\))*$/u;
const STATUTE_ACT =
  /(?:国务院|主席|[\p{Script=Han}]{2,12}部|总局|委员会|人民银行)令|人民代表大会(?:常务委员会)?|最高人民(?:法院|检察院)|本(?:法|条例)(?:所称|自|规定|第)|法释〔|国务院(?:令|公布|批准)|第\d+号令/u;
/** The act stands at the head, in the first article or in the last one. */
const STATUTE_REACH = 1500;

/** The words that show the text to be a statute, or null. */
export function statuteOf(title: string | null, text: string): string | null {
  if (title !== null && STATUTE_TITLE.test(title)) return title;
  const act = STATUTE_ACT.exec(text.slice(0, STATUTE_REACH)) ?? STATUTE_ACT.exec(text.slice(-STATUTE_REACH));
  return act && (title ?? act[0]);
}
