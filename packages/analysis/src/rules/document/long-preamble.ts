import type { Line } from '../../document/lines.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import type { Statement } from '../../document/statements.ts';
import type { DocumentKind } from '../../report.ts';
import { defineRule, type Match } from '../rule.ts';
import { isLocalPaper } from './addressees.ts';

const JUDGED: ReadonlySet<DocumentKind> = new Set([
  'document',
  'letter',
  'task-order',
  'inspection-notice',
  'platform-notice',
  'meeting-notice',
]);
/** One sentence that names the law, the superior's text or the purpose is no preamble. */
const BASIS =
  /^(?:根据|按照?|依据|遵照|经|为(?!什么))|现(?:将|就|对)|(?:通知|安排|明确|公告|函告|提示|要求|制定本)[^,。]{0,6}(?:如下|[方计意办])/u;
const BACKGROUND =
  /意义|重要性|必要性|紧迫性|艰巨性|复杂性|近年来|近期|近段|连日来|今年以来|去年以来|当前|目前|眼下|随着|形势|正值|正处|开局之年|收官之年|关键(?:时期|阶段|一年|之年)|窗口期|事关|关系(?:到|着|千家|人民|群众|民生)|关乎|直接影响|一头连着|是[^,。]{0,24}的(?:窗口|基础|关键|保障|根本|基石|生命线|头等大事|重中之重|题中|内在要求|必然要求|重要|具体|镜子|大事|缩影|有力|抓手)|成效(?:显著|明显)|(?:明显|显著|可喜|积极|长足)(?:成效|进展|变化|提升|改善|成绩)|获得感|幸福感|面临|挑战|机遇|责任感|使命感|紧迫感|认识到|充分认识|深刻认识|提高(?:政治)?站位|历史性|新征程|新时代|高质量发展的|有目共睹|取得了|短板|薄弱/u;
const BACKGROUND_HEADING =
  /(?:重要|重大|现实|深远)意义|充分认识|深刻认识|(?:提高|统一|深化)(?:思想)?认识|形势(?:任务|分析|与)?|背景|必要性|紧迫性|重要性|提高(?:政治)?站位|统一思想/u;

export const longPreamble = defineRule({
  id: 'document/long-preamble',
  title: '穿靴戴帽',
  basis: ['provisions-2024.style'],
  message: '开头谈背景、形势和意义约 {characters} 字，占正文 {percent}%，超过 {limit}%。',
  suggestion: '背景和意义删去，依据留一句，开门见山写措施。',
  options: {
    share: { default: 0.15, source: 'house', meaning: '背景和意义最多占正文的比例' },
    characters: { default: 80, source: 'house', meaning: '背景和意义少于这些字数的不计' },
  },
  examples: {
    bad: [
      '⟦正文2000字,开头500字讲形势⟧。',
      '关于做好山塘管护工作的通知\n各村民委员会:\n⟦山塘是农业生产的命脉,事关千家万户的饭碗。近年来,全镇山塘管护取得了明显成效,群众的获得感不断提升。当前正值汛前关键时期,做好管护工作意义重大,使命光荣。要充分认识山塘管护的重要性和紧迫性,把思想统一到镇里的部署上来⟧。\n一、水利站四月底前清淤六口山塘。\n二、费用由镇财政支付。',
    ],
    good: [
      '正文2000字,谈形势只用了90字。',
      '关于做好山塘管护工作的通知\n各村民委员会:\n根据《某县水利工程管理办法》,现就山塘管护通知如下。\n一、水利站四月底前清淤六口山塘。\n二、费用由镇财政支付。',
      '近期气温回升,野泳增多。各村在塘边补齐救生圈。',
    ],
  },
  *find({ statements, document }, { share, characters: fewest }) {
    yield* toldShares(statements, share);
    if (!JUDGED.has(document.kind) || document.bodyCharacters === 0 || !isLocalPaper(document)) return;
    const background = [...openingBackground(document), ...backgroundSections(document)];
    const [first] = background;
    const last = background.at(-1);
    if (!first || !last) return;
    const characters = background.reduce((sum, span) => sum + hanIn(document.text, span), 0);
    const part = characters / document.bodyCharacters;
    if (characters < fewest || part <= share) return;
    const opening = background.filter(({ end }, index) => index === 0 || end - first.end < LONGEST_QUOTE);
    yield {
      start: first.start,
      end: opening.at(-1)?.end ?? first.end,
      data: { characters, percent: Math.round(part * 100), limit: Math.round(share * 100) },
    };
  },
});

const TOPIC = '(?:背景|形势|意义|必要性|重要性|认识)';
/** `正文1900字,先用610字谈形势`, as a line of a register or a proof sheet tells of a paper that is not at hand. */
const TOLD = new RegExp(
  `正文(?:共|约)?(?<whole>\\d{3,6})字[^。;]{0,16}?(?:(?<before>\\d{2,5})字[^。;]{0,8}?${TOPIC}|${TOPIC}[^。;]{0,10}?(?<after>\\d{2,5})字)`,
  'u',
);

function* toldShares(statements: readonly Statement[], share: number): Iterable<Match> {
  for (const statement of statements) {
    if (!statement.raw.includes('正文')) continue;
    const { start, announced } = statement;
    const told = TOLD.exec(announced);
    const { whole = '', before, after = '' } = told?.groups ?? {};
    const characters = Number(before ?? after);
    const part = characters / Number(whole);
    if (!told || part <= share) continue;
    const at = start + told.index;
    const data = { characters, percent: Math.round(part * 100), limit: Math.round(share * 100) };
    yield { start: at, end: at + told[0].length, data };
  }
}

const LONGEST_QUOTE = 600;

/** Background sentences before the first numbered part. */
function openingBackground({ statements, lines, header: { zones } }: OfficialDocument): Statement[] {
  const firstPart = lines.find(({ start, level }) => level !== null && start >= zones.body.start);
  const end = Math.min(firstPart?.start ?? zones.body.end, zones.body.end);
  const opening = statements.filter((statement) => statement.start >= zones.body.start && statement.end <= end);
  return opening.filter(isBackground);
}

function isBackground({ raw }: Statement): boolean {
  return BACKGROUND.test(raw) && !BASIS.test(raw) && !/\d+(?:元|万|份|台|处|座|名|日前|月底前)/u.test(raw);
}

/** What stands under a heading such as 充分认识…的重要意义, up to the next heading of its depth. */
function* backgroundSections({ lines, text, header: { zones } }: OfficialDocument): Iterable<Span> {
  const body = lines.filter(
    ({ start, kind }) => kind !== 'blank' && start >= zones.body.start && start < zones.body.end,
  );
  for (const [index, line] of body.entries()) {
    if (line.kind !== 'heading' || !BACKGROUND_HEADING.test(text.slice(line.start, line.end))) continue;
    const rest = body.slice(index + 1);
    const stop = rest.findIndex((next) => opensPart(next, line.level));
    yield* stop < 0 ? rest : rest.slice(0, stop);
  }
}

function opensPart({ level }: Line, above: number | null): boolean {
  return level !== null && level <= (above ?? level);
}

function hanIn(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{Script=Han}A-Za-z0-9]/gu)?.length ?? 0;
}
