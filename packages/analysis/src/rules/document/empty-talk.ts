import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import type { DocumentKind } from '../../report.ts';
import { evidenceIn } from '../evidence.ts';
import { defineRule } from '../rule.ts';
import { pattern } from '../wording.ts';
import { isHighLevel } from './addressees.ts';

/** Exhortation belongs to a speech; laws, records and forms have their own style. */
const NOT_JUDGED: ReadonlySet<DocumentKind> = new Set(['speech', 'regulation', 'report-upward', 'form', 'briefing']);

/** Phrases that say nothing on their own; each stands for a family. */
const SLOGANS = [
  '(?:提高|提升)(?:政治)?(?:站位|(?:思想)?认识)|凝聚(?:共识|力量|合力|人心)|统一思想|深化认识|认清形势',
  '(?:强化|增强|扛牢|扛起|压紧|压实|牢记)[\\p{Script=Han}、]{0,12}(?:担当|使命|责任感|使命感|紧迫感|政治责任|初心|责任)',
  '以[\\p{Script=Han}]{0,16}(?:精神|姿态|劲头|定力|韧劲|魄力|状态|作风|担当|勇气|干劲|热情|斗志|信心)|钉钉子|抓铁有痕|踏石留印|时不我待|只争朝夕',
  '真抓实干|久久为功|一抓到底|常抓不懈|善作善成|驰而不息|锲而不舍|持之以恒|善始善终|一以贯之|绵绵用力|抓实抓细|抓紧抓实|抓细抓小|落实落细|走深走实|见行见效|落地生根|落地见效|开花结果|动真碰硬',
  '奋勇争先|勇毅前行|踔厉奋发|笃行不怠|砥砺前行|砥砺奋进|接续奋斗|埋头苦干|苦干实干|敢为人先|锐意进取|开拓(?:创新|进取)|担当作为|勇于担当|敢于担当|克难攻坚|攻坚克难|全力以赴|齐心协力|同心同德|上下同心|勠力同心|众志成城|团结一心|凝心聚力|迎难而上|乘势而上|奋楫扬帆|扬帆起航|勇立潮头|走在前[列面]|争当[\\p{Script=Han}]{0,4}(?:先锋|表率|标兵|排头兵)|当好[\\p{Script=Han}]{0,4}(?:先锋|表率|排头兵)|争先进位|奋起直追|比学赶超|跨越赶超|奋发有为|奋发图强',
  '锚定[\\p{Script=Han}]{0,8}(?:目标|方向)?(?:不放松|不动摇)?|拉高标杆|对标一流|高点定位|树牢|心往一处想|劲往一处使|拧成一股绳|铆足[\\p{Script=Han}]{0,3}劲|撸起袖子|甩开膀子|吹响[\\p{Script=Han}]{0,6}号角|汇聚[\\p{Script=Han}]{0,8}力量',
  '(?:谱写|书写|续写|开创|打开|开启|展现|绘就|描绘|交出|迈向|再创|再立|再造|再续)[\\p{Script=Han}]{0,16}(?:篇章|华章|局面|新局|画卷|蓝图|答卷|辉煌|新功|佳绩|征程|气象|作为|风采)',
  '(?:迈上|再上|跃上|登上|迈向)[\\p{Script=Han}]{0,4}(?:台阶|水平|高度)|推向(?:深入|纵深|新高潮|前进)|向纵深(?:推进|发展)|开新局|启新程|谋新篇|创一流|争一流',
  '(?:坚决|奋力|全力)?(?:打赢|打好|夺取)[\\p{Script=Han}"]{0,14}(?:攻坚战|硬仗|这一仗|战役|胜仗|战|仗|胜利)',
  '更[高实严大强优快准细][\\p{Script=Han}]{0,2}(?:标准|举措|措施|作风|力度|要求|成效|质量|决心|手段|状态|姿态|步伐)',
  '[\\p{Script=Han}]{2}再(?:解放|转变|提升|提速|加力|加压|深化|突破|出发|发力|升级|聚焦|鼓劲)',
  '(?:为[\\p{Script=Han}]{0,16})?(?:作出|做出|贡献)[\\p{Script=Han}]{0,6}(?:贡献|力量)|以优异成绩|献礼|不负[\\p{Script=Han}]{1,8}(?:重托|期望|期待|时代|韶华|使命)',
  '(?:务求|确保|力求)?(?:取得|务求|见到|抓出)[\\p{Script=Han}]{0,8}[实成]效|高度重视|加强(?:组织)?领导|落到实处|(?:牢固|牢牢)?(?:树立|增强|强化)[\\p{Script=Han}]{1,8}(?:意识|观念|理念|思想)|(?:饱满|昂扬|高昂)的?[\\p{Script=Han}]{0,3}(?:热情|斗志|状态)|统筹(?:推进|兼顾)|狠抓落实|抓好落实|精神抓落实|形成(?:强大|工作|齐抓共管|上下联动)[\\p{Script=Han}]{0,8}(?:合力|局面|格局)|走好[\\p{Script=Han}]{0,6}路|久久为功',
  '站在[\\p{Script=Han}]{0,12}高度|讲政治|政治(?:自觉|高度)|(?:充分|深刻)(?:认识|领会|把握)[\\p{Script=Han}、]{0,24}(?:重要性|必要性|紧迫性|意义|内涵|要义)|切实增强[\\p{Script=Han}、]{0,12}[感性]|重要意义|意义重大|事关[\\p{Script=Han}]{0,4}[全大]局',
  '政治(?:引领|能力|担当|把关)|(?:严峻|复杂|长期|艰巨)性[\\p{Script=Han}、]{0,6}性|以?过硬(?:的)?(?:作风|本领|素质)|[\\p{Script=Han}]{0,4}护航|国之大者|[不难][\\p{Script=Han}]{1,3}的[\\p{Script=Han}]{2}感|(?:紧迫|危机|责任|使命)感|[把将][\\p{Script=Han}]{0,8}统一到[\\p{Script=Han}]{0,24}上来|一[茬锤任][\\p{Script=Han}]{0,8}(?:干|敲)|逢山开路|遇水架桥|[闯干拼韧冲]劲|敢[打闯想拼干][敢能善][拼试干闯为成]|滚石上山|爬坡过坎|负重前行|勇挑重担|挺膺担当|主动作为|知重负重|蹄疾步稳|行稳致远|再接再厉|不懈努力|快马加鞭|一鼓作气|勇攀高峰|永不懈怠|初心如磐|笃行|实干担当|啃[下]?[\\p{Script=Han}]{0,4}硬骨头|[闯蹚]出[\\p{Script=Han}]{0,4}新路|跑出[\\p{Script=Han}]{0,6}加速度|按下[\\p{Script=Han}]{0,6}快进键|干出[\\p{Script=Han}]{0,4}(?:精彩|新天地|样子)|乘势|蓄势|担当实干|比学赶|奋力(?:推进|实现|推动)|昂扬',
  '(?:人民|群众|师生|百姓)(?:群众)?满意的[\\p{Script=Han}]{2}|(?:获得感|幸福感|安全感)|(?:满意|优异|合格|亮丽)[\\p{Script=Han}]{0,2}(?:答卷|成绩单)|抓[紧实细严早常长牢深](?:抓[紧实细严早常长出牢到深])+|高质量发展|提质增效',
  '高[位频效标][\\p{Script=Han}]{2}|(?:细化|强化|优化|实化)(?:措施|举措|责任|督导|督查|保障|落实|统筹|协同|调度|担当)|(?:压实|靠实|夯实|明确)[\\p{Script=Han}]{0,2}责任|(?:健全|完善)机制|扎实(?:推进|开展)|稳步推进|有力有序',
];
const SLOGAN = new RegExp(SLOGANS.join('|'), 'gu');
const HEARD = [pattern(...SLOGANS)];
/** Stock phrases stand in useful paragraphs too, so that they weigh less. */
const STOCK =
  /高度重视|加强(?:组织)?领导|统筹|抓好落实|狠抓落实|取得|实效|压实|合力|统一思想|提高(?:思想)?认识|落实落细|落到实处|意识|高[位频效标]|[细强优实]化|夯实|靠实|责任$|机制|扎实|稳步|有力有序|高质量发展|提质增效|意义|事关/u;
const STOCK_WORTH = 0.5;

/** An actor that does something, a day, a sum or a number: then the paragraph holds a measure. */
const MEASURE =
  /\d|[一二两三四五六七八九十百千]+(?:个(?!坚持)|名|处|座|台|份(?![^,。]{0,10}答卷)|场|户|亩|公里|天|次|元|万|家|条|所|项|口|辆|盏|批|遍)|[日月旬季年]底?前|每[日天周月季年]|(?:局|办|委|所|站|公司|中心|财政|院|队|镇|乡|村|校|科|股)(?:要|应|须)?(?:负责|牵头|承担|拨付|列支|出资|修|换|送|派|采购|配送|上门)|由[\p{Script=Han}]{2,12}(?:负责|承担|牵头|支付|拨付|办理)|《/u;
const QUOTED = /"[^"]*"/gu;

export const emptyTalk = defineRule({
  id: 'document/empty-talk',
  title: '空泛无措施',
  basis: ['provisions-2024.style'],
  message: '「{quote}」整段是口号，没有谁、何时、做什么。',
  suggestion: '换成措施：哪个单位、什么时候、做成什么、钱从哪来；写不出的整段删去。',
  options: {
    phrases: { default: 2.5, source: 'house', meaning: '一段里口号至少几处才报，高度重视之类的套话算半处' },
    share: { default: 0.3, source: 'house', meaning: '口号占全段字数的最低比例' },
  },
  examples: {
    bad: [
      '⟦要拉高标杆、奋勇争先,推动电梯安全管理再上台阶⟧。',
      '⟦各单位要提高政治站位,强化责任担当,真抓实干、善作善成,奋力开创粮食工作新局面⟧。',
    ],
    good: [
      '住建局8月底前换完34部旧梯,费用走维修基金。',
      '要提高政治站位、真抓实干,由住建局8月底前换完34部旧梯。',
      '有的文件满篇“提高站位、凝聚共识、久久为功”,看完不知道干什么。',
      '各单位要加强组织领导,明确责任分工。',
    ],
  },
  *find({ document }, { phrases, share }) {
    if (NOT_JUDGED.has(document.kind) || document.direction === 'up' || isHighLevel(document)) return;
    const heard = new Set(
      Array.from(evidenceIn(document.statements, 'announced', HEARD), ({ statement }) => statement),
    );
    if (heard.size === 0) return;
    for (const paragraph of paragraphsOf(document)) {
      const span = paragraph.some((one) => heard.has(one)) ? slogansOf(paragraph, phrases, share) : null;
      if (span) yield span;
    }
  },
});

/** Sentences of one line each; tables hold no prose. */
function* paragraphsOf({ statements, lines }: OfficialDocument): Iterable<readonly Statement[]> {
  let next = 0;
  for (const line of lines) {
    const paragraph: Statement[] = [];
    for (let one = statements[next]; one && one.start < line.end; one = statements[++next]) paragraph.push(one);
    if (paragraph.length > 0 && line.kind !== 'table-row') yield paragraph;
  }
}

/** The sentences of the paragraph that hold slogans, or null when it is no empty talk. */
function slogansOf(paragraph: readonly Statement[], phrases: number, share: number): Span | null {
  if (paragraph.some(({ raw }, index) => MEASURE.test(index === 0 ? withoutNumber(raw) : raw))) return null;
  const heard = paragraph
    .map((statement) => ({ statement, slogans: slogansIn(statement.announced) }))
    .filter(({ slogans }) => slogans.length > 0);
  const slogans = heard.flatMap((one) => one.slogans);
  const worth = slogans.reduce((sum, words) => sum + (isStock(words) ? STOCK_WORTH : 1), 0);
  const spent = slogans.reduce((sum, words) => sum + words.length, 0);
  const length = paragraph.reduce((sum, { raw }) => sum + raw.length, 0);
  const first = heard[0]?.statement;
  const last = heard.at(-1)?.statement;
  if (!first || !last || worth < phrases || spent < share * length || slogans.every(isStock)) return null;
  return { start: first.start, end: last.end };
}

function isStock(words: string): boolean {
  return STOCK.test(words);
}

function slogansIn(words: string): readonly string[] {
  return words.replaceAll(QUOTED, '').match(SLOGAN) ?? [];
}

/** Without the number of the item that it opens. */
function withoutNumber(words: string): string {
  return words.replace(/^[((]?[\d一二三四五六七八九十]{1,3}[)).、. ]*/u, '');
}
