import type { Deadline } from '../../document/deadlines.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { workingMinutesBetween } from '../../schedule/working-time.ts';
import { defineRule } from '../rule.ts';

const WANTED =
  /报|交|填|送|反馈|回复|回传|统计|汇总|上传|录入|提交|发(?:我|给|来|至|到|回)|数(?:据|字)|名单|材料|表|收齐|补齐|整理|摸底|排查出/u;
const NO_RETURN =
  /整改|办结|报告(?:县|市|公安|120|110|119|火警|领导)|报警|拨打|撤离|转移|停止使用|到位后|送医|救治|报名|报到|参会|投稿|申报|申请|补正|缴费|交费|交警|退款|发货|报修|报销/u;

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
      for (const deadline of deadlinesOf(document, statement)) {
        const lead = leadOf(document, deadline);
        if (lead === null || lead >= floorDays * DAY_MINUTES) continue;
        yield {
          start: deadline.start,
          end: deadline.end,
          data: {
            deadline: deadline.text,
            hours: Math.round((lead / 60) * 10) / 10,
            floorDays,
            anchor: document.receiptKnown || deadline.nominalLead !== null ? '' : '（收到时间未知，按成文日上班时算）',
          },
        };
        break;
      }
    }
  },
});

const DAY_MINUTES = 480;

/** One-off deadlines of a return that stand in an audible part of the sentence. */
function deadlinesOf(document: OfficialDocument, statement: Statement): Deadline[] {
  return document.deadlines.filter(({ start, end, kind, recurring, anchorEvent }) => {
    if (start < statement.start || end > statement.end || recurring || kind === 'start' || anchorEvent !== null)
      return false;
    const heard = statement.imposed.slice(start - statement.start, end - statement.start);
    if (heard.includes('□')) return false;
    const around = statement.imposed.slice(Math.max(0, start - statement.start - 12), end - statement.start + 24);
    return WANTED.test(around) && !NO_RETURN.test(around);
  });
}

/** Working minutes between receipt and due time; null when either is unknown. */
function leadOf(document: OfficialDocument, { at, nominalLead, fault }: Deadline): number | null {
  if (fault !== null) return null;
  if (at !== null && document.receivedAt !== null)
    return workingMinutesBetween(document.receivedAt, at, document.workHours);
  return nominalLead;
}
