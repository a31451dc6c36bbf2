import type { FormHead } from '../../document/form-head.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { evidenceIn, type Found } from '../evidence.ts';
import { defineRule, type Match } from '../rule.ts';
import { pattern, wholeClauses } from '../wording.ts';

const MARK = '(?:表号|制定机关|(?:批准|备案)机关|(?:批准|备案)?文号|备案号|有效期限?|[四三]项标志|法定标志|任何标志)';
const FORM_NAME =
  /《[^》]{2,30}(?:表|台账|名册|清册|登记簿|调查卷|问卷)》|[\p{Script=Han}"“”]{2,20}(?:调查表|统计表|摸底表|登记表|排查表|报表|汇总表|采集表|自评表|自查表)/u;
const FILLED = /填|报|表头|收集|采集|登记/u;
/** Marks that are missing or void, whoever says so. */
const UNMARKED = pattern(
  `(?:未标|未注|未印|未列|未载|未编|未写|未见|无|没有?|缺|不见|不带)[^。;,]{0,6}?${MARK}`,
  `${MARK}[^。;,]{0,6}?(?:栏|处)?(?:空白|空着|缺失|未填|为空|没有|留空|正在申请|待批|尚未|暂缺|待补)`,
  `有效期限?[^。;,]{0,4}?(?:已|早已)[^。;,]{0,8}?(?:过|届满|截止|到期|失效)`,
  '有效期限?至[^。;,]{2,10},[^。;,]{0,4}?(?:仍|继续|沿用|照用)',
  '表头[^。;,]{0,6}?(?:只|仅)(?:印|写|有|标)',
  '右上角(?:为)?(?:空白|空着|没有)',
  '(?:表|簿|册)[^。;]{0,8}?未经[^。;,]{0,8}?(?:审批|批准|备案|核准)',
  '(?:自制|自行设计|自行编制|自己(?:编|设计|弄|做)|自拟|私制|试行)(?:了)?[^。;,]{0,4}?(?:表|簿|统计表|调查表)',
  '临时用表',
);
/** This form, not forms as a kind. */
const THIS_FORM =
  /《[^》]{2,30}》|附[件表]|[本此该这][张份]?表|这张|表头|表上|右上角|临时用表|我[股科室局办]|本[股科室局办]/u;
const FORM = /(?<![代发])表(?![彰扬示现态])|登记簿|名册|清册|台账|问卷|右上角/u;
/** Forms without marks that the issuer means to clear away. */
const SPOKEN_AGAINST =
  /有权拒|可以?拒|拒[填报]|不[填报]|清退|废止|不再|发现|查出|私自|曝光|一律不|申请人|学生|课堂|实验|车间|设备部|请假|审批表/u;
const BEARER_LABELS = /填报单位|填表人|填报人|报送频率|填报日期|填表单位|单位负责人/u;
const BY_CHOICE = /住户|居民申请|申请表|报名表|申领|顾客|患者|学生|参赛|回执/u;

export const noFormMark = defineRule({
  id: 'report/no-form-mark',
  title: '表无标志',
  basis: ['stat-law.15', 'stat-post.17'],
  message: '「{quote}」缺少表号、制定机关、批准（备案）文号或有效期限。',
  suggestion: '补齐四项标志并在有效期内使用；补不齐的不下发。',
  cues: '表 名册 台账 登记簿 文号 右上角 备案号',
  saves: 'fill',
  examples: {
    bad: [
      '⟦请填报附件《民宿情况摸底表》(表头无表号、无批准文号)⟧。',
      '⟦《冷库存量调查表》未标有效期⟧,仍请各镇如实填写。',
      '附件《粪污去向调查表》,⟦表头只印单位名⟧。',
    ],
    good: [
      '没有表号和有效期的调查表,基层有权拒填。',
      '右上角四项齐全、未过期的抽样表。',
      '居民办证申请表在窗口免费领取。',
      '前两年无表号的报表已清退八十七张。',
    ],
  },
  *find({ statements, document }) {
    const said = [...evidenceIn(statements, 'raw', [UNMARKED])].flatMap((found) => unmarkedForm(found) ?? []);
    if (said.length > 0) {
      yield* said;
      return;
    }
    if (needsNoMarks(document)) return;
    for (const form of document.forms) {
      const title = titleOf(document, form);
      if (!title || !FORM_NAME.test(title.words)) continue;
      const order = ordered(statements, title.words);
      const text = document.text.slice(title.start, form.end);
      if (BY_CHOICE.test(text) || !(order || BEARER_LABELS.test(text))) continue;
      yield order ?? { start: title.start, end: title.start + title.words.length };
    }
  },
});

const MARKS_OF_A_LAWFUL_FORM = 4;

function needsNoMarks({ forResidents, formMarks }: OfficialDocument): boolean {
  return forResidents || formMarks.length >= MARKS_OF_A_LAWFUL_FORM;
}

function unmarkedForm({ statement, span }: Found): Match | null {
  const { raw, imposed, start } = statement;
  if (!FORM.test(raw) || SPOKEN_AGAINST.test(raw) || !(THIS_FORM.test(raw) || FILLED.test(imposed))) return null;
  const clauses = wholeClauses(raw, span);
  return { start: start + clauses.start, end: start + clauses.end };
}

function titleOf({ text }: OfficialDocument, { title, start }: FormHead): { words: string; start: number } | null {
  const at = title === null ? -1 : text.lastIndexOf(title, start);
  return title === null || at < 0 ? null : { words: title, start: at };
}

/** Where an order to fill in names the form. */
function ordered(statements: readonly Statement[], name: string): Match | null {
  const bare = name.replace(/[《》]/gu, '');
  for (const { raw, imposed, start } of statements) {
    const at = raw.indexOf(`《${bare}》`);
    if (at >= 0 && FILLED.test(imposed)) return { start: start + at, end: start + at + bare.length + 2 };
  }
  return null;
}
