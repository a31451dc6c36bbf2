/** Tells laws and regulations of the state from the rules that a county or an office writes for itself. */

/** A law or a regulation of the state: by its title, or by the act that put it into force. A county's own 办法 is none. */
const STATUTE_TITLE = /(?:(?<!办)法|法典|条例|编|法律)(?:\([^)]*\))*$/u;
const STATUTE_ACT =
  /(?:国务院|主席|[\p{Script=Han}]{2,12}部|总局|委员会|人民银行)令|人民代表大会(?:常务委员会)?|最高人民(?:法院|检察院)|本(?:法|条例)(?:所称|自|规定|第)|法释〔|国务院(?:令|公布|批准)|第\d+号令/u;
/** 实施《…法》办法: what a province enacts to carry out a law. */
const CARRIES_OUT = /实施《[^》]{2,40}(?:法|条例)》的?(?:办法|规定|细则)(?:\([^)]*\))?$/u;
/** A line under the title: 1986年2月18日 国务院发布. A county's own rules are issued by none of these. */
const PROMULGATED =
  /(?:^|\n)[( ]*\d{4}年\d{1,2}月\d{1,2}日[^\n]{0,8}(?:国务院|政务院|中央军委|中央人民政府|国家[\p{Script=Han}]{1,12}|[\p{Script=Han}]{2,10}部)[\p{Script=Han}、 \n]{0,24}?(?:公布|发布|颁布|批准|修正|修订|通过)/u;
/** What only a rule of a ministry or the State Council says at its end. */
const NATIONWIDE =
  /由(?:国务院)?(?:公安|财政|教育|民政|司法|交通|水利|农业|商业|卫生|文化|人事|劳动|建设|铁道|邮电|化工|冶金|机械|电子|林业|外交|国防|[\p{Script=Han}]{2,12})部(?:、[^。]{2,30})?(?:负责)?解释|各省、自治区、直辖市[^。]{0,60}(?:根据|依照|按照|结合)本(?:规定|办法|条例|细则)/u;
const ORDINANCE = /(?:条例|办法|规定|细则|规则|章程)(?:\([^)]*\))?$/u;
/** The line of promulgation stands among the first ones. */
const HEAD_REACH = 300;
/** The act stands at the head, in the first article or in the last one. */
const STATUTE_REACH = 1500;

/** The words that show the text to be a statute, or null. */
export function statuteOf(title: string | null, text: string): string | null {
  if (title !== null && (STATUTE_TITLE.test(title) || CARRIES_OUT.test(title))) return title;
  const tail = text.slice(-STATUTE_REACH);
  const act =
    STATUTE_ACT.exec(text.slice(0, STATUTE_REACH)) ??
    STATUTE_ACT.exec(tail) ??
    PROMULGATED.exec(text.slice(0, HEAD_REACH)) ??
    NATIONWIDE.exec(tail);
  return act && (title ?? act[0]);
}

/** Old regulations without articles are told by the line under their title. */
export function isPromulgated(title: string | null, text: string): boolean {
  return title !== null && ORDINANCE.test(title) && PROMULGATED.test(text.slice(0, HEAD_REACH));
}
