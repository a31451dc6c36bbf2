/** Headings and lead-ins: what they make of the sentences below them. */
import { isOwnBody } from './actors.ts';
import type { Line } from './lines.ts';
import type { Frame } from './stance.ts';

const DESCRIBING_HEADING =
  /(?:存在|主要|突出|发现)的?(?:主要|突出)?问题|问题(?:表现|清单$|分析|反馈)|反面(?:典型|教材|清单|案例)|负面(?:清单|案例|典型)|典型(?:问题|案例)|乱象|原因分析|不良(?:表现|倾向)|情况通报|工作(?:回顾|成效|总结)|主要(?:做法|成效)|基本情况/u;
const PROHIBITING_HEADING =
  /(?:[一二三四五六七八九十\d]+个?)(?:不准|严禁|禁止|不得|不)$|(?:禁止|严禁|不得)(?:事项|行为|情形|性规定)|禁令|(?:取消|停止|清理|精简|压减|减少)(?:事项|清单|内容)$/u;
const LEAD_IN = /[:]$/u;
const PROHIBITING_LEAD_IN =
  /(?:不得|严禁|禁止|杜绝|不准|防止|避免|力戒|取消|停止|停报|停填|停收|停用|废止|砍掉|不再)[^。]{0,30}:$|(?:拒绝|退回|叫停|纠正|纠治|整治|压减|反对|无权|不予|不属于|不列入|免除)[^。,]{0,24}:$/u;
/** 对下列情况报送: a list of what to hand in, whatever verbs stand beside it. */
const ASKING_LEAD_IN = /报送|上报|填报|提交|请(?!求)/u;
/** The first item of a list that stands in the line of its lead-in: 严禁以下做法:一是…;二是…. */
const INLINE_LIST = /^(?<lead>[^。]{2,40}?:)(?:[一1]是|\(?[一1][)、.]|①|1[.、])/u;
const DESCRIBING_LEAD_IN =
  /(?:问题|表现|现象|乱象|情况|情形|不足|案例|原因|教训|反映)(?:主要)?(?:有|如下|为|是|包括|表现为|在于)?:$/u;

/** 企业反映:检查太多;表格太密: the rest of the line is what they said. */
const COMPLAINT =
  /^(?:[\p{Script=Han}]{0,4}(?:企业|群众|基层|代表|干部|委员|商户|居民|职工|教师|家长|大家)(?:们)?)(?:普遍|集中|主要)?(?:反映|反馈|提出|认为|抱怨|吐槽|诉说)[:,]/u;

/** 过去村里苦得很:上午报一遍;晚上又报一遍: the list goes on telling. */
const TELLS_OF_PAST =
  /^[^:;]{0,16}?(?:过去|以往|从前|以前|曾经|前些年|这些年)[^:;]{0,40}:|(?:值得反思|疲于应付|苦不堪言|来源|表现)[^:;]{0,4}:/u;

/** 下一步要求: what a briefing orders stands below a line of its own. */
const ORDERING = /(?:下一?步|工作|有关|具体|相关|整改|几点|贯彻|落实|报送)(?:工作)?(?:要求|通知)(?:如下)?:?$/u;

/** Follows headings and lead-ins, which set the frame of what stands below them. */
export class FrameReader {
  heading = '';
  frame: Frame = 'plain';
  private headingFrame: Frame = 'plain';
  private headingLevel = 0;
  /** Below a line that opens a list of orders. */
  isOrdering = false;
  /** Below a heading that names a body of the issuer's own level. */
  isOwnDuty = false;
  private listFrame: Frame | null = null;
  /** Inside 过去…:甲;乙;丙, up to the full stop. */
  private isTelling = false;
  private leadLevel: number | null = null;

  enter(line: Line, text: string): void {
    const title = text.slice(line.start, line.end);
    if (line.kind === 'heading' || BRACKETED.test(title)) {
      const level = line.level ?? 1;
      this.heading = title;
      this.isOrdering = ORDERING.test(title);
      this.isOwnDuty = isOwnBody(title.replace(/(?:工作)?(?:职责|任务|分工)$/u, ''));
      if (this.headingFrame === 'plain' || level <= this.headingLevel) {
        this.headingFrame = frameOfHeading(title);
        this.headingLevel = level;
      }
      this.listFrame = null;
    } else if (this.endsList(line, title)) {
      this.listFrame = null;
    }
    this.frame = this.listFrame ?? this.headingFrame;
  }

  leave(sentence: string, line: Line, mark: string): void {
    if (this.isTelling && mark !== ';') {
      this.isTelling = false;
      this.frame = this.listFrame ?? this.headingFrame;
    }
    if (mark === ';' && TELLS_OF_PAST.test(sentence)) {
      this.isTelling = true;
      this.frame = 'describe';
    }
    this.follow(sentence, line);
  }

  private follow(sentence: string, line: Line): void {
    const inline = INLINE_LIST.exec(sentence)?.groups?.['lead'];
    if (inline !== undefined && frameOfLeadIn(inline) !== 'plain') this.frame = frameOfLeadIn(inline);
    if (COMPLAINT.test(sentence)) this.frame = 'describe';
    if (!LEAD_IN.test(sentence)) return;
    this.isOrdering = ORDERING.test(sentence);
    this.listFrame = frameOfLeadIn(sentence);
    this.leadLevel = rankOf(sentence, line);
    if (line.kind !== 'heading') this.frame = this.listFrame === 'plain' ? this.headingFrame : this.listFrame;
  }

  /** A number of the lead-in's own rank, or of a higher one, begins something new. */
  private endsList(line: Line, title: string): boolean {
    if (line.kind !== 'item') return true;
    const rank = rankOf(title, line);
    return rank !== null && this.leadLevel !== null && rank <= this.leadLevel;
  }
}

/** Depth of a number; articles stand above every list. */
function rankOf(words: string, { level }: Line): number | null {
  return words.startsWith('第') ? 0 : level;
}

function frameOfLeadIn(sentence: string): Frame {
  if (PROHIBITING_LEAD_IN.test(sentence)) return ASKING_LEAD_IN.test(sentence) ? 'plain' : 'prohibit';
  return DESCRIBING_LEAD_IN.test(sentence) ? 'describe' : 'plain';
}

/** 【报送须知】 on a line of its own heads what follows. */
const BRACKETED = /^【[^】]{1,20}】$/u;

function frameOfHeading(title: string): Frame {
  if (PROHIBITING_HEADING.test(title)) return 'prohibit';
  return DESCRIBING_HEADING.test(title) ? 'describe' : 'plain';
}
