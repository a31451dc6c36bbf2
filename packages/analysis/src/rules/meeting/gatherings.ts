/** What several rules on meetings share: who speaks of a meeting, and the words for coming to one. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';

/** 会 stands in many words that are no meeting: 社会, 机会, 委员会. */
const SPEAKS_OF_MEETING =
  /会议|大会|职工会|碰头|调度|(?<!委员)(?<![社机委协商工学都才不将也就便能理领体约集教庙公应])会(?![计员长同社费籍])|参会|到会|开会|听会|与会|收看|培训|动员(?:会|大会|部署)|听动员|宣讲|代会|礼堂|出席|缺席|旁听|列席|就座|召集|到场|签到(?:册|表|簿|单)|不给签到|议题|上座|自己来|坐一坐|捧捧?场|助阵|准时参加|亲自参加|本人参加|报告厅|报告会|几排|来听|听讲|聆听|散会|召开情况/u;

/** What the sentences before name: the ones that follow often only say who comes. */
const NAMES_MEETING =
  /会议|大会|开会|碰头|(?:推进|动员|部署|调度|视频|座谈|专题|工作|培训|现场|总结|表彰)会|报告厅|会场|礼堂/u;
const SENTENCES_BACK = 2;

/** Whether the sentence, its heading or its whole document is about a meeting that people are called to. */
export function isAboutMeeting(statement: Statement, document: OfficialDocument): boolean {
  return (
    document.kind === 'meeting-notice' ||
    (document.kind === 'chat-message' && document.meeting !== null) ||
    SPEAKS_OF_MEETING.test(statement.raw) ||
    SPEAKS_OF_MEETING.test(statement.heading)
  );
}

/** Whether the sentence is about a meeting, or follows one that names it and only says who comes. */
export function followsMeeting(statement: Statement, document: OfficialDocument): boolean {
  if (isAboutMeeting(statement, document)) return true;
  const before = document.statements.slice(Math.max(0, statement.index - SENTENCES_BACK), statement.index);
  return before.some(({ raw }) => NAMES_MEETING.test(raw));
}

/** Coming to a meeting, in any word that says so without naming it. */
export const ATTEND =
  '(?:参加|参会|到会|听会|听大会|聆听|旁听|列席|出席|到场|就座|入场|进会场|与会|收看|收听|听讲|听动员|听报告|来开|来听|来坐|到齐|报到|到多功能厅|到礼堂|听[^□。;,]{0,6}(?:报告|动员|讲话|宣讲))';

/** Meetings that grassroots units hold for their own people. */
export const OWN_GATHERING =
  '(?:班前会|晨会|晨交班|交班会?|院坝会|屋场会|群众会|湾子会|主题党日|党员活动日|病区例会|火塘会|板凳会|户主会|组长会|支部会|支委会|支部大会|党员大会|班子会|队务会|科务会|站务会|所务会|教职工大?会|职工大?会|村民会|干部会|员工会|全园大会|全院大会|全校大会|二级[^□。;,]{0,4}会|三级[^□。;,]{0,6}会|扩大会议?|全体会|(?:专题|传达|学习|部署|贯彻|党委|党组|党总支|支部|班子|村组|两委|中层|全员|党员|教师|职工|干部)(?:扩大)?(?:\\(扩大\\))?会)';

/** Calling or holding a meeting. */
export const HOLD_MEETING = `(?:(?:召开|召集|开展|举行|组织(?!委员|部|办|科|生活)|开好|开起|套开|另开|再开|加开|(?<![打公离展避分])开[一1两个次场]*|安排)[^□。;,]{0,26}?(?:${OWN_GATHERING}|[\\p{Script=Han}]*?(?<!委员)(?<![社机委协商工学都才不将也就便能理领体约集教])会(?![计员长同社费籍展馆标师考所后上中前场])|大会|会议)|会[^□。;,]{0,8}?(?<![公打离])开[一1][场次遍]|(?:叫来|喊拢|召拢|拢到一起|叫齐)[^□。;,]{0,6}?开)`;

/** What officials call a meeting that follows the rule-makers' own. */
export const AFTER_MEETING =
  '(?:散会|散了|会后|会毕|会一散|一散[,]|开完会|回去(?:之?后|以后)?|返回(?:本|单位)|(?:会议?|大会|培训|动员会|通报)(?:一)?(?:结束|完毕|开完|散)|全会之后|之后)';

const ASKS = /从[^。;,]{1,6}起|即日起|下一步|决定|请|须|要(?![求点闻素])|应(?![急对])|必须|务必|一律/u;

/** The sentences that may call somebody: a briefing tells of what others did. */
export function callsIn(statements: readonly Statement[], { kind }: OfficialDocument): readonly Statement[] {
  return kind === 'briefing' ? statements.filter(({ raw }) => ASKS.test(raw)) : statements;
}
