import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { defineRule } from '../rule.ts';
import { evidenceIn } from '../evidence.ts';
import { pattern, wholeClauses } from '../wording.ts';
import { isHighLevel } from './addressees.ts';

const PAPER =
  '(?:《|文件|通知|来文|原文|全文|意见|方案|精神|原件|要求|决定|部署|讲话|办法|公函|函件|传真|电报|明电|来函)';
const RELAYS = pattern(
  `[将把][^。;]{0,60}?(?:转发|转去|转给|印转|抄转|照转|转至|转达|随文转|原样转)`,
  `(?:原文|来文|全文|原件)[^。;,]{0,6}?如下`,
  `(?:上级|省|市|县|区|国家)[^。;,]{0,14}?${PAPER}[^。;,《]{0,6}?(?:印发|发)(?:给)?(?:你们|你[镇乡村校站所局]|各)`,
  `^[^。;,]{0,6}?转(?:发)?(?:省|市|县|区|上级|国家)[^。;,:]{0,20}?${PAPER}[:,]`,
  `${PAPER}[^。;,]{0,10}?(?:附后|照录|抄录|附上|随附|见附|转去|转给|照转|原样转|转至)`,
  `(?:转发|批转|照转|抄转)[^。;,]{0,40}?${PAPER}`,
  `${PAPER}[^。;,]{0,4}?转发`,
);
const CARRY_OUT = /执行|落实|实施|推进|照办|照着办|照此|办理|贯彻|对照|学习领会|认真学习|组织学习|抓好|遵照|参照/u;
/** What a forwarding adds of its own: a body that does something, a day, a sum, a number of things. */
const LOCAL_MEASURE =
  /\d+(?:\.\d+)?(?:月|日|号|元|万|%|个|份|名|处|台|座|次|户|亩|公里|米|家|条|人|盏|辆)|[一二两三四五六七八九十]+(?:月|日前|个|份|名|处|台|座|次|户|亩|公里|盏|辆|场)|[月周季年]底前|(?:局|所|中心|医院|站|公司|大队|股|科|财政)(?:要|应|须|将)?[^,。;]{0,8}(?:负责|牵头|承担|支付|列支|送达|派|配送|采购|修|换|开展)/u;
const RETURN_CLAUSE = /报送|上报|报(?:我|县|市|区|镇|省)|反馈|回复|书面报/u;
const OWN_BY_APPROVAL = /已?经?[^,。;《》]{0,16}(?:同意|批准|审议通过|研究通过),?[^。]{0,6}(?:现|予以)?/u;
const ADDS_NOTE =
  /如下(?:要求|意见|补充|安排)|(?:结合|并)[^,。;]{0,12}(?:提出|明确|补充|作)[^,。;]{0,8}如下|明确如下|补充(?:通知|如下|要求)/u;

export const relayOnly = defineRule({
  id: 'document/relay-only',
  title: '照抄照转',
  basis: ['provisions-2024.copying'],
  message: '「{quote}」只转发，没有本地谁、何时、做什么。',
  suggestion: '没有本地措施的不转发，网上已公开的给出查阅地址即可；要转就写清本地由谁、何时、做什么。',
  saves: 'relay',
  examples: {
    bad: [
      '⟦县局来文照录于后,请对照办理⟧。',
      '各林站:⟦现将市局《关于做好松材线虫防控的通知》转发给你们,请结合实际认真贯彻落实⟧。',
      '⟦转发上级通知,请各校遵照执行⟧。',
    ],
    good: [
      '来文已悉,水务所5月修好两座泵站。',
      '现将市局通知转发给你们。我县由林业站5月底前清理病死松树400株,费用县财政支付。',
      '通知原文转发各股室,供参阅。',
      '禁止照抄照转上级文件。',
    ],
  },
  *find({ statements, document }) {
    if (document.kind === 'regulation' || document.kind === 'speech' || isHighLevel(document)) return;
    for (const { statement, span: relay } of evidenceIn(statements, 'announced', [RELAYS])) {
      if (statement.attachment !== null || !isSentOn(statement, document)) continue;
      if (OWN_BY_APPROVAL.test(statement.raw) || addsMeasures(document)) return;
      const { start, end } = wholeClauses(statement.announced, relay);
      yield { start: statement.start + start, end: statement.start + Math.max(end, carryOutEnd(statement)) };
      return;
    }
  },
});

/** The sentence itself, or the one behind it, wants the paper carried out. */
function isSentOn({ index, imposed }: Statement, { statements }: OfficialDocument): boolean {
  return CARRY_OUT.test(imposed) || CARRY_OUT.test(statements[index + 1]?.imposed ?? '');
}

function carryOutEnd({ announced }: Statement): number {
  const match = CARRY_OUT.exec(announced);
  return match ? wholeClauses(announced, { start: match.index, end: match.index + match[0].length }).end : 0;
}

/** Anything local in the main part besides the forwarding, its papers' names and the wish for a return. */
function addsMeasures({ statements, header: { zones } }: OfficialDocument): boolean {
  return statements
    .filter(({ attachment, start }) => attachment === null && start >= zones.body.start && start < zones.body.end)
    .some(({ raw }) => ADDS_NOTE.test(raw) || clausesOf(raw).some((clause) => LOCAL_MEASURE.test(clause)));
}

function clausesOf(raw: string): string[] {
  return raw
    .replaceAll(/《[^》]{0,200}》|[\p{Script=Han}]{0,10}[〔[(]20\d\d[〕\])]第?\d+号/gu, '')
    .split(',')
    .filter((clause) => !RETURN_CLAUSE.test(clause));
}
