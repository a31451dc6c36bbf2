import type { Deadline } from '../../document/deadlines.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import { workingMinutesBetween } from '../../schedule/working-time.ts';
import { defineRule } from '../rule.ts';

const WANTED =
  /报|交|填|送|反馈|回复|回传|统计|汇总|上传|录入|提交|发(?:我|给|来|至|到|回)|数(?:据|字)|名单|材料|表|收齐|补齐|整理|摸底|排查出|名录|给我|给齐|个数|接龙|发群|发[到俺]/u;
const NO_RETURN =
  /整改|办结|报告(?:县|市|公安|120|110|119|火警|领导)|报警|拨打|撤离|转移|停止使用|到位后|送医|救治|报名|报到|参会|投稿|申报|申请|补正|缴费|交费|同学|交警|退款|发货|报修|报销|送达|外卖|快递|转发|签收|响应|到场|已读|刚看到|病程|病历|医师|零售|播报|开会|反应|通讯|移交|点名|位置|客服|验证码|受理|短信|您|收到"|回复"?收到|秒回|支付|缴纳|预约|挂号|登录|配送|退还|开票|立即回复|未回复/u;

/** What happens then is told by the event and not by the notice. */
const UPON_EVENT =
  /(?:发生|发布|出现|派单|接警|接单|接到(?:报告|举报|投诉|派单|警情)|遇[有到]|发现|推送|造成|致|死亡|违法|重大情况|应急状态)[^。;]{0,16}?(?:后|时|的|事项|,)[^。;]*$/u;
/** 检查当日 is a day to come, not the day of receipt. */
const DAY_OF_EVENT =
  /(?:检查|督[导查]|评估|验收|活动|会议|开会|考试|到访|报到|开班|开课|投票|观摩|调研|演练|接待|比赛|慰问|走访)$/u;
const RECURRING =
  /每[日天晚早周月]|天天|逐日|日日|不停报|当[天日].{0,8}当[天日]|[一1][日天]一|日报|按[日周月]|前一[日天]|周期|频[次率]|每个?工作日/u;
const NAMES_A_DAY = /[今明后当本]|\d+[月日号]|周|日内|天内/u;
/** 当日数据, "今日无": of which day, not by when. */
const BARE_DAY = /^[当今][日天晚]$/u;
/** Wanted today, said without a due time. */
const WANTED_NOW =
  /\(今[天日]\)|(?<![快加神迅急高光])速[回报交复传填](?=[,。!]|$)|今[天日晚][^□。;,]{0,2}?(?:天黑|收工|散会|饭)前|(?:半[天日]|半个?(?:上午|下午|小时|钟头|工作日)|一个?(?:上午|下午|晚上|小时|钟头)|[一二两三四]个?(?:小时|钟头))(?:的?(?:时间|工夫|时限))?(?:之?[内后])?[^□。;,]{0,4}?(?:交齐|报齐|要齐|收齐|交表|要结果|领导要)|(?:要得[很太]?急|催得[很太]?[紧急]|急(?:要|用)|等着(?:要|用|汇总|上报)|立等|十万火急|火烧眉毛)[^□。;]{0,20}?(?:名单|数据|数字|报表|个数|底数|(?:发|报|交|回|填)(?:[过给]?[我来齐上])|先报|速报)|(?:今[天日晚]|现在|马上|立马|下午|中午)(?:就要|急要|等着要)[^□。;,]{0,20}?(?:名单|数据?|表|材料|情况|报告)/u;

export const rush = defineRule({
  id: 'report/rush',
  title: '上午发下午要',
  basis: ['provisions-2024.reports'],
  message: '「{deadline}」距收到只有 {hours} 个工作时，不足 {floorDays} 个工作日。{anchor}',
  suggestion: '给基层留出至少 {floorDays} 个工作日；能从系统取的数不再要。',
  cues: '前 内 立即 即刻 马上 当天 当日 今日 今天 今晚 明天 明早 明日 下班 火速 速报 第一时间 点 时 截 : 从速 尽快报 即报',
  saves: 'submit',
  options: {
    floorDays: { default: 2, source: 'house', meaning: '报送期限至少的工作日数' },
  },
  examples: {
    bad: [
      '请各村⟦今日下班前⟧报送危房名单。',
      '16:40发至各校,请于⟦17:30⟧交齐近视筛查数。',
      '接通知后⟦立即⟧上报辖区用火点位。',
      '名单请于收文⟦两小时内⟧回传。',
    ],
    good: [
      '请各村于收到之日起十个工作日内报送危房名单。',
      '县局今日下班前完成数据导出。',
      '不得要求村里当天报送。',
      '有的单位早上发文中午催要。',
      '请尽快把材料寄来,时间你们看着办。',
      '患者出现胸痛请立即拨打120。',
    ],
  },
  *find({ statements, document }, { floorDays }) {
    for (const statement of statements) {
      if (!WANTED.test(statement.imposed)) continue;
      const [soonest] = duesIn(document, statement, floorDays * DAY_MINUTES);
      if (!soonest) continue;
      const { start, end, text, lead, surmised } = soonest;
      yield {
        start,
        end,
        data: {
          deadline: text,
          hours: Math.round((lead / 60) * 10) / 10,
          floorDays,
          anchor: surmised ? '（收到时间未知，按成文日上班时算）' : '',
        },
      };
    }
  },
});

const DAY_MINUTES = 480;

interface Due extends Span {
  readonly text: string;
  /** Working minutes. */
  readonly lead: number;
  /** Counted from the document's date, for want of its receipt. */
  readonly surmised: boolean;
}

/** The dues of a return that come within `floor` working minutes. */
function duesIn(document: OfficialDocument, statement: Statement, floor: number): Due[] {
  const named = deadlinesOf(document, statement).flatMap((deadline): Due[] => {
    const lead = isStandingDuty(document, deadline) ? null : leadOf(document, deadline);
    // Without a receipt the lead is counted from the start of that day's work, so that less was left in truth.
    const isShort = lead !== null && (deadline.nominalLead === null ? lead < floor : lead <= floor);
    const surmised = !document.receiptKnown && deadline.nominalLead === null;
    return isShort ? [{ start: deadline.start, end: deadline.end, text: deadline.text, lead, surmised }] : [];
  });
  return named.length > 0 ? named : wantedNow(statement);
}

function wantedNow({ imposed, start }: Statement): Due[] {
  const match = WANTED_NOW.exec(imposed);
  if (!match) return [];
  const span = { start: start + match.index, end: start + match.index + match[0].length };
  return [{ ...span, text: match[0], lead: DAY_MINUTES, surmised: false }];
}

/** 应当立即报告 in a regulation waits for its case; it was not sent today. */
function isStandingDuty({ kind }: OfficialDocument, { nominalLead }: Deadline): boolean {
  return kind === 'regulation' && nominalLead !== null;
}

/** One-off deadlines of a return that stand in an audible part of the sentence. */
function deadlinesOf(document: OfficialDocument, statement: Statement): Deadline[] {
  const own = document.deadlines.filter(({ start, end }) => start >= statement.start && end <= statement.end);
  return own.filter((deadline) => isOnce(deadline, statement) && isOfReturn(deadline, statement));
}

function isOnce({ kind, recurring, start, text }: Deadline, { raw, start: offset }: Statement): boolean {
  const before = raw.slice(0, start - offset);
  if (recurring || kind === 'start' || UPON_EVENT.test(before)) return false;
  if (/^当[日天]/u.test(text) && DAY_OF_EVENT.test(before)) return false;
  if (BARE_DAY.test(text) && (RECURRING.test(raw) || before.endsWith('"'))) return false;
  return NAMES_A_DAY.test(text) || !RECURRING.test(raw);
}

function isOfReturn({ start, end }: Deadline, { imposed, start: offset }: Statement): boolean {
  if (imposed.slice(start - offset, end - offset).includes('□')) return false;
  const around = imposed.slice(Math.max(0, start - offset - 12), end - offset + 24);
  return WANTED.test(around) && !NO_RETURN.test(around);
}

/** Working minutes between receipt and due time; null when either is unknown. */
function leadOf(document: OfficialDocument, { at, nominalLead, fault }: Deadline): number | null {
  if (fault !== null) return null;
  if (at !== null && document.receivedAt !== null)
    return workingMinutesBetween(document.receivedAt, at, document.workHours);
  return nominalLead;
}
