import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { HAND_IN, REPORTING } from '../phrases.ts';
import { defineRule, type Match, type Reading } from '../rule.ts';
import { evidenceIn, spanOf } from '../evidence.ts';
import { pattern, wholeClauses } from '../wording.ts';

const BOSS =
  '(?:县里|市里|区里|镇里|乡里|局里|上面|上级|上头|领导|局长|科长|股长|县长|镇长|乡长|主任|书记|所长|站长|院长|校长|处长|值班员|秘书|办公室|值班[室人]?员?|领导层|[上里]头|县委|镇政府|县府办|政府办|党政办|[省市县区镇乡街]上|管委会|街道办?|学校|[\p{Script=Han}]{1,4}中心|院里|校里|处里|部里|委里|站里|所里|总部|指挥部|某[股科局办室][\\p{Script=Han}]{0,2}|[\\p{Script=Han}]{1,4}[局办科股](?:[长里]|来人)?)';
const ORAL =
  '(?:电话通知|电话里?(?:说|讲|要求|布置|交代|催|告知)|打(?:来|了)?(?:个)?电话|来电(?:话)?|口头(?:通知|交代|布置|传达|要求|安排|部署|说|讲)?|当面(?:说|交代|布置|讲|安排)|语音(?:通知|说|布置)|微信(?:里)?说|捎(?:来)?(?:个)?(?:话|信|口信)|带(?:来)?(?:个)?(?:话|口信)|传(?:来|下)?(?:个)?(?:话|口信)|口信|发(?:来|了)?(?:条|个)?语音|电话记录|电话(?:转达|传达|下达|吩咐|安排|部署|指示|说|:)|(?:口头|当面|电话)[^。;,]{0,2}?(?:指示|吩咐|叮嘱|下达|提出|表示|明确)|来人(?:说|讲|交代|通知|要求)|一个电话|(?:饭桌|酒桌|会场外|电梯里|私下|路上|走廊)[^。;,]{0,4}?(?:说|交代|提|讲|打招呼|布置|要求)|[会饭]后(?:说|交代|嘱咐)|路过[^。;,]{0,4}?(?:说|交代))';
const BY_WORD = pattern(
  `${BOSS}[^。;,]{0,16}?${ORAL}`,
  `(?:刚才|刚刚|刚|方才|今早|今天|昨晚|临时)[^。;,]{0,8}?${ORAL}`,
  '来电(?:人|内容|要求|事由)[:]|电话记录|接[^。;,]{0,8}?(?:电话|来电)(?:通知|要求|[:,]|$)',
  `${ORAL}[^。;]{0,8}?:`,
);
/** That no paper is to follow. */
const NO_PAPER = pattern(
  '(?:别|不要|勿|不许|不用|莫)(?:再)?(?:问|要|留|写|截|转|存|发|录)[^。;,]{0,4}?(?:文件|字据?|文字|痕|据|图|来文|依据|音|群|网上|记录|书面)|(?:未|没有?)(?:留|见|附|出具|另)[^。;,]{0,6}?(?:字|文字|依据|凭据|书面|文件)|(?:不|没|未)(?:入|进|走|挂)[^。;,]{0,2}?(?:系统|平台|OA|收文|公文|公文流转)|(?:没|未|不)行文|(?:只|仅)(?:口头|电话|打电话)|(?:不|没|没有|无)(?:再)?(?:另)?(?:行)?(?:发|下|出|印)[^。;,]{0,2}?(?:文件|文|通知)|(?:没有?|无)(?:文件|书面|来文|文字|纸质)|(?:文件|文字的?|书面的?|纸质的?)[^。;,]{0,4}?(?:就?不(?:另)?(?:发|出|下|给|印)|没有|免)|不留(?:字|文字|痕|底|据)',
);
/** Words of an order that nobody writes down; a call alone may be a reminder of a paper. */
const UNWRITTEN =
  /来电(?:内容|要求|事由)|口头|当面|语音|电话记录|来电人|电话通知|[捎带传](?:来|下)?(?:个)?(?:话|信|口信)|口信|来人|一个电话|[桌下路]上?[^。;,]{0,4}交代|来电[^。;,]{0,4}(?:要求|让|叫|催|说|称|通知|布置|,|$)|打(?:来|了)?(?:个)?电话(?:来|过来)?(?:说|讲|要求|让|叫|催|通知|布置|,|:)|电话(?:里|中)?(?:说|讲|要求|布置|交代|催|转达|下达|吩咐|安排|部署|指示)/u;

const TASK = new RegExp(
  `${REPORTING}|${HAND_IN}|(?:[\\d一二三四五六七八九十两今明后]+(?:天|点|日|小时|个小时|晚)|下午|今晚|明早|下班)[^。;,]{0,8}?(?:前|内|要|拆|完|清|到位|光)|各[镇乡村校社站所网][^。;,]{0,10}?(?:报|交|办|做|拆|派|出|清|照)|先办|先做|照做|照办|(?:直接|马上|立即|立刻|赶紧|抓紧|尽快|务必|必须|先)[^。;,]{0,10}?(?:送|交|报|拿|办|做|清|拆|撤|停|搬|来|去|发|改|补|弄)|送(?:过来|上来|上去|到)|拿(?:过来|上来)|(?:今天|今晚|今日|明天|明早|明日|明晚|当天|周[一二三四五六日])[^。;,]{0,8}?(?:要|交|报|来|检查|弄|搞)|每[镇村校站所院社家户]?[^。;,]{0,6}?(?:出|派|抽|报|交|来|送|凑|挤|找|带|叫)[^。;,]{0,4}?[\d一二两三四五六七八九十]|把[^。;,]{1,14}?(?:量|查|报|交|清|拆|填|办|做|统计|整理|收)(?:上去|上来|一遍|完|好|齐|出来|掉)|(?:请|要|让|得)[^。;,]{0,10}?(?:准备|报|交|派|整理|清理|组织|完成|安排)`,
  'u',
);

export const oralOrder = defineRule({
  id: 'variant/oral-order',
  title: '口头布置',
  basis: [],
  message: '「{quote}」用电话、口头布置任务，没有文字。',
  suggestion: '请对方补一份写明依据和时限的文字，时限从收到文字时算起。',
  saves: 'other',
  examples: {
    bad: [
      '⟦局里刚打来电话,各站今晚十点前报齐船只数,文件没有⟧。',
      '⟦科长口头交代,沿路广告牌两天内清完⟧。',
      '⟦主任发语音:下班前每村送一份名单来,不另发文⟧。',
    ],
    good: [
      '布置任务不得只用口头、电话方式。',
      '村民来电咨询医保,已答复。',
      '先电话告知各站,文件随后寄出。',
      '医生口头交代病人按时吃药。',
      '请各村电话通知参会人员准时到场。',
    ],
  },
  find: findOralOrders,
});

const OTHER =
  /文件(?:随后|马上|稍后|已|下午|明天)|随后(?:补|发|下)(?:发)?(?:文|正式)|以(?:文件|书面|来文)为准|居民|村民来电|群众来电|患者|病人|医生|医嘱|老师|作业|学生|家长|客户|顾客|诈骗|骗子|陌生|推销|报警|热线|口头(?:警告|禀报|协议|合同|约定|申请|告诫|表扬)|事后不认账/u;
const FORBIDDEN = /(?:不得|严禁|禁止|不准|不许|杜绝|不能|避免)[^。;]{0,12}(?:口头|电话|当面|语音|微信)/u;
const TOLD_BY_BEARER = /请各?[\p{Script=Han}]{1,6}(?:电话|口头|当面|微信)/u;

function* findOralOrders({ statements, document }: Reading): Iterable<Match> {
  for (const { statement, span } of evidenceIn(statements, 'raw', [BY_WORD])) {
    if (OTHER.test(statement.raw) || FORBIDDEN.test(statement.raw) || TOLD_BY_BEARER.test(statement.raw)) continue;
    const match = orderIn(statement, span, document.statements[statement.index + 1]);
    if (match) yield match;
  }
}

/** The words of the call, and the task in them; a note of a call may hold the task in its next part. */
function orderIn({ raw, start, end, announced }: Statement, call: Span, next: Statement | undefined): Match | null {
  if (/^□*$/u.test(announced)) return null;
  const last = lastOf(raw, call.end);
  const span = wholeClauses(raw, { start: call.start, end: Math.max(call.end, last) });
  if (last > 0) return { start: start + span.start, end: start + span.end };
  const goesOn = next?.start === end + 1 && TASK.test(next.raw);
  return goesOn ? { start: start + span.start, end: next.end } : null;
}

/** Where the task behind the call, or the refusal of a paper, ends; 0 when there is neither. */
function lastOf(raw: string, from: number): number {
  const paper = spanOf(NO_PAPER.exec(raw));
  const task = paper || UNWRITTEN.test(raw) ? TASK.exec(raw.slice(from)) : null;
  return Math.max(task ? from + task.index + task[0].length : 0, paper?.end ?? 0);
}
