import type { DocumentKind } from '../report.ts';
import type { Header } from './header.ts';
import { guessIssuer, type IssuerLevel } from './issuer.ts';
import type { Line } from './lines.ts';
import type { Block } from './source-text.ts';

/** Which way a document goes between levels: to bodies below, above, beside, or inside the issuer. */
export type Direction = 'down' | 'up' | 'peer' | 'self';

interface Reading {
  readonly header: Header;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  /** Title, or the words in 【】 that open a message; empty without either. */
  readonly topic: string;
  /** Genres that order something: 通知, 意见, 通报 and whatever has no genre. */
  readonly isPlain: boolean;
}

const SENDER_LINE =
  /^(?:[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9()·\-_ ]{0,18}? +(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? +)?(?:[上下]午 ?)?\d{1,2}:\d{2}(?::\d{2})?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2} +\d{1,2}:\d{2}(?::\d{2})? +[\u4e00-\u9fffA-Za-z].{0,18}|\[\d{1,2}:\d{2}\] ?.{2,20}:?.*)$/u;
/** A line that holds nothing but the time of a message: 6月12日 20:10. */
const TIME_LINE =
  /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日? ?(?:星期.|周.)? ?(?:[上下]午 ?)?\d{1,2}:\d{2}(?::\d{2})?$/u;
const GROUP_NAME = /^.{2,30}群(?:聊)?(?:\(\d{1,4}人?\))?$/u;
const FIRST_LINES = 8;
const SPEECH_TITLE =
  /(?:讲话|致辞|发言|讲话稿|发言稿|讲话提纲|发言提纲|发言材料|党课|党课讲稿|宣讲稿|讲稿|主持词|表态|心得体会|演讲)(?:\([^)]*\)|稿|提纲)?$/u;
const SALUTATION = /^(?:同志们|各位(?:领导|代表|委员|来宾|同志|同仁|专家|嘉宾|朋友)|尊敬的各位)/u;
const CLOSING_REQUEST =
  /(?:妥否|当否|可否|是否(?:妥当|可行|同意)|以上(?:请示|意见|报告)[^。\n]{0,12}),? ?(?:请|盼|望|敬请)[^。\n]{0,6}(?:批示|审示|批复|指示|审批|审定|审议|批准|示)|特此(?:报告|请示)/u;
const MEETING_TITLE =
  /(?:召开|举行|举办|参加|出席|收听收看|组织收看|列席|筹备召开|承办|延期召开|改期)[^\n]{0,60}(?:会|会议|培训班?|座谈|论坛|讲座|茶叙|例会)(?![^\n]*(?:精神|纪律|制度|管理办法))|(?:会议|例会|培训|推进会|调度会|动员会|座谈会|部署会|视频会|现场会|总结会|协调会|碰头会|会商)的?(?:紧急|补充|预备?|正式|变更)?(?:通知|预通知)(?:\([^)]*\))?$/u;
const NO_MEETING_TITLE =
  /会议?精神|精简会议|取消召开|会议(?:管理|制度|纪律)|减少会议|控制会议|会议费|(?:贯彻|落实)[^\n]{0,30}会议?的?(?:要求|部署)/u;
const MEETING_LABEL =
  /^(?:会议|培训|参会|到会)?(?:时间|地点|议程|议题|会期|形式|方式|内容)$|^(?:参会|出席|列席|参加|与会|参训|到会)(?:人员|范围|对象|单位)?$|^(?:会议|培训)(?:主题|名称|要求)$/u;
const INSPECTION =
  /督查|督导|检查(?!站|仪)|考核|巡查|巡察|暗访|考评|评估|验收|抽查|观摩|督办检查|评比|测评|评议|述职|互查|互评|核查|回头看|督战|开展督办|督办的?通知|点验|审计(?!局|厅)|迎检|调研/u;
const TASK =
  /任务分[解工配]|责任分[工解]|分工(?:方案|的通知|表|安排)|(?:任务|责任|工作)清单|任务书|责任书|责任状|交办|(?:下达|分解|认领|分配)[^\n]{0,30}(?:任务|指标|计划|目标)|目标任务|包保|包联|挂图作战|任务表|攻坚任务/u;
const PLATFORM =
  /APP|app|小程序|公众号|微信群|工作群|QQ群|群聊|账号|客户端|政务新媒体|视频号|抖音|钉钉|系统(?:的)?(?:上线|推广|注册|使用|应用|填报|录入|操作|安装)|平台(?:的)?(?:上线|推广|注册|使用|应用|填报|录入|操作|安装|运行)|(?:上线|推广|注册|使用|应用|安装|启用|关注|下载|激活)[^\n]{0,24}(?:平台|系统|软件|应用|程序|号|码)|打卡|移动端|客户端|网络(?:评选)?投票|(?:关停|下线|停用|注销|整合)[^\n]{0,16}(?:应用|平台|系统|程序|账号)|(?:平台|系统)[^\n]{0,6}(?:切换|迁移|替换|整合|升级)|替换[^\n]{0,8}(?:平台|系统)/u;
const OPEN_LETTER = /(?:一封信|公开信|感谢信|慰问信|贺信)$/u;
const BRIEFING = /(?:简报|专报|快报|动态|信息|工作通讯|要情|内参|专刊)$|(?:简报|专报|快报)\(?第/u;
const FORM_TITLE =
  /(?:登记|统计|汇总|调查|情况|一览|申报|申请|报名|填报|核查|排查|摸底|明细|花名|信息|审批|采集|反馈|任务|考核|评分|回执)?(?:表|花名册|名册|台账|回执|报表|问卷|申请单|登记卡|报告单)(?:\([^)]*\))?$/u;
const FORM_LABEL =
  /^(?:表号|制定机关|批准(?:机关)?文号|备案文号|填报单位|填表单位|填表人|填报人|填表日期|填报日期|报告期|制表|综合机关名称|统计负责人|有效期(?:限|至)?)$/u;
const ORDINANCE_TITLE =
  /(?:条例|办法|规定|细则|规则|章程|法|准则|公约|制度)(?:\((?:试行|修订|草案|暂行|征求意见稿)[^)]*\))?$/u;
const ARTICLES = /(?:^|\n) *第[一二三四五六七八九十百零\d]{1,5}条(?= |[\u4e00-\u9fff])/gu;
const FEWEST_ARTICLES = 2;
const FEWEST_ARTICLES_UNTITLED = 3;
const FORM_SHARE = 0.5;

const TESTS: readonly (readonly [DocumentKind, (reading: Reading) => boolean])[] = [
  ['chat-message', isChat],
  ['minutes', isMinutes],
  ['regulation', isRegulation],
  ['speech', isSpeech],
  ['report-upward', isReport],
  ['letter', ({ header, topic }) => header.genre === '函' || OPEN_LETTER.test(topic)],
  ['briefing', isBriefing],
  ['meeting-notice', isMeetingNotice],
  ['task-order', ({ topic, isPlain }) => isPlain && TASK.test(topic)],
  ['form', isForm],
  ['inspection-notice', ({ topic, isPlain, header }) => isPlain && header.genre !== '通报' && INSPECTION.test(topic)],
  ['platform-notice', ({ topic, isPlain }) => isPlain && PLATFORM.test(topic)],
];

/** What kind of text this is. A sentence or two without any sign is a `document`. */
export function readKind(
  header: Header,
  text: string,
  lines: readonly Line[],
  blocks: readonly Block[] = [],
): DocumentKind {
  const topic = header.title?.text ?? /^ *【([^】\n]{2,40})】/u.exec(text)?.[1] ?? '';
  const isPlain = header.genre === null || ['通知', '意见', '通报', '决定', '通告', '公告'].includes(header.genre);
  const reading: Reading = { header, text, lines, blocks, topic, isPlain };
  return TESTS.find(([, test]) => test(reading))?.[0] ?? 'document';
}

/** True for the line above a message that tells who sent it and when. */
export function isMessageHeader(line: string): boolean {
  return SENDER_LINE.test(line) || TIME_LINE.test(line);
}

function isChat({ header, text, lines, blocks }: Reading): boolean {
  if (blocks.some(({ kind }) => kind === 'chat-message')) return true;
  if (header.docNumber !== null) return false;
  const words = lines.flatMap(({ start, end, kind }) =>
    kind !== 'blank' && end - start <= 50 ? [text.slice(start, end)] : [],
  );
  if (words.some((line) => TIME_LINE.test(line)) && (GROUP_NAME.test(words[0] ?? '') || header.title === null))
    return true;
  if (header.title !== null) return false;
  if (/@(?:所有人|全体成员|all\b)/iu.test(text.slice(0, 2000))) return true;
  return words.some((line) => SENDER_LINE.test(line));
}

function isMinutes({ header, topic, lines, text }: Reading): boolean {
  if (header.genre === '纪要' || /会议记录(?:\([^)]*\))?$/u.test(topic)) return true;
  if (header.title !== null) return false;
  return (
    lines.some(({ label }) => label === '出席' || label === '列席') && /会议(?:议定|决定|明确|要求|强调)/u.test(text)
  );
}

function isRegulation({ header, topic, text }: Reading): boolean {
  if (header.genre !== null && header.genre !== '命令' && header.genre !== '公告') return false;
  const articles = text.match(ARTICLES)?.length ?? 0;
  return articles >= (ORDINANCE_TITLE.test(topic) ? FEWEST_ARTICLES : FEWEST_ARTICLES_UNTITLED);
}

function isSpeech({ header, topic, text, lines }: Reading): boolean {
  if (header.genre !== null || header.docNumber !== null) return false;
  if (SPEECH_TITLE.test(topic)) return true;
  return lines
    .filter(({ kind }) => kind !== 'blank')
    .slice(0, FIRST_LINES)
    .some(({ start }) => SALUTATION.test(text.slice(start, start + 12)));
}

function isReport({ header, topic, text }: Reading): boolean {
  const { genre } = header;
  if (genre === '请示' || genre === '议案') return true;
  if (genre === '报告') return !/^(?:转发|批转|印发)/u.test(topic);
  if (
    /(?:汇报|工作总结|情况总结|述职报告|自查总结|总结[和及与][^\n]{0,12}(?:打算|计划|安排))(?:\([^)]*\)|材料|提纲)?$/u.test(
      topic,
    )
  )
    return true;
  return (genre === null || genre === '意见') && CLOSING_REQUEST.test(text.slice(-400));
}

function isBriefing({ header, topic, text, lines }: Reading): boolean {
  if (header.docNumber !== null) return false;
  if (header.genre === null && BRIEFING.test(topic)) return true;
  const head = lines.filter(({ kind }) => kind !== 'blank').slice(0, 4);
  const words = head.map(({ start, end }) => text.slice(start, Math.min(end, start + 40)));
  return (
    words.some((line) =>
      /^[^。,:]{0,20}(?:简报|专报|快报|专刊|工作信息|工作动态)$|^\(?(?:20\d\d年)?(?:总)?第 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?期\)?/u.test(
        line,
      ),
    ) && header.recipients.length === 0
  );
}

function isMeetingNotice({ header, topic, lines, isPlain }: Reading): boolean {
  if (!isPlain || header.genre === '通报') return false;
  if (topic !== '' && NO_MEETING_TITLE.test(topic)) return false;
  if (MEETING_TITLE.test(topic)) return true;
  const labels = new Set(
    lines.flatMap(({ label }) => (label !== undefined && MEETING_LABEL.test(label) ? [label.slice(-2)] : [])),
  );
  return labels.size >= 2 && (labels.has('时间') || labels.has('会期')) && lines.some(isAboutMeeting);
}

function isAboutMeeting({ label }: Line): boolean {
  return (
    label !== undefined &&
    /^(?:会议|培训|参会|到会|与会|出席|列席|参训)|^(?:议程|议题|会期|参加人员|地点)$/u.test(label)
  );
}

function isForm({ header, topic, lines }: Reading): boolean {
  if (header.genre !== null || header.docNumber !== null) return false;
  const written = lines.filter(({ kind }) => kind !== 'blank');
  const rows = written.filter(({ kind }) => kind === 'table-row').length;
  const labels = written.filter(({ label }) => label !== undefined && FORM_LABEL.test(label)).length;
  if (rows >= 2 && rows / written.length >= FORM_SHARE) return true;
  return (FORM_TITLE.test(topic) && (rows > 0 || labels > 0)) || labels >= 2;
}

const LEVELS: readonly IssuerLevel[] = ['central', 'province', 'city', 'county', 'township', 'village'];

const OWN_DIVISIONS = /^(?:本?[局委办院镇厅校]|机关)?(?:机关)?各(?:科室?|股室?|处室?|室|内设机构|办(?=[(（、,]|$))/u;
const LOWER_BODIES = /^(?:各|全[县市区镇乡])/u;

/** Where the document goes; without a unit register the names decide, and without any name it goes down. */
export function direction(header: Header, kind: DocumentKind): Direction {
  if (kind === 'report-upward') return 'up';
  const { recipients } = header;
  if (recipients.some((name) => OWN_DIVISIONS.test(name))) return 'self';
  if (recipients.some((name) => LOWER_BODIES.test(name))) return 'down';
  if (areAbove(recipients, header.issuer?.level ?? null)) return 'up';
  return kind === 'letter' ? 'peer' : 'down';
}

function areAbove(recipients: readonly string[], issuer: IssuerLevel | null): boolean {
  if (issuer === null || recipients.length === 0) return false;
  return recipients.every((name) => LEVELS.indexOf(guessIssuer(name).level ?? issuer) < LEVELS.indexOf(issuer));
}
