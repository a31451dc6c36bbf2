import type { FormHead } from '../../document/form-head.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Statement } from '../../document/statements.ts';
import { evidenceIn, type Found } from '../evidence.ts';
import { defineRule, type Match } from '../rule.ts';
import { pattern, wholeClauses } from '../wording.ts';

const MARK =
  '(?:表号|编号|(?:制定|制表|制发|发表|印制|批准|审批|备案|核准)(?:机关|单位|部门)|(?:批准|审批|备案|核准)?文号|批文|(?:批准|审批|备案)号|(?:有效|失效|截止|使用)(?:期限?|日期)|[四三几]?[项个大]?(?:法定)?(?:标[志识记]|要素)(?!牌|性)|批准字样|统计(?:部门|局|机构)[^。;,]{0,6}?(?:批准|备案|审批|审核|同意)|(?:审批|备案|批准)(?:手续|记录|程序))';
const FORM_NAME =
  /《[^》]{2,30}(?:表|台账|名册|清册|登记簿|调查卷|问卷)》|[\p{Script=Han}"“”]{2,20}(?:调查表|统计表|摸底表|登记表|排查表|报表|汇总表|采集表|自评表|自查表)/u;
const FILLED = /填|报|表头|收集|采集|登记|[印下]发|交/u;
/** Marks that are missing or void, whoever says so. */
const UNMARKED = pattern(
  `(?:未(?:标|注|印|列|载|编|写|见|含|附|盖|取得|获|经|履行|办理?|走|报|加)|(?<![有不])无|没有?|还没|缺(?!陷|点|口)|少了|漏[标印写]|不(?:见|带|含|标|印|写))[^。;,]{0,8}?${MARK}`,
  `${MARK}[^。;,]{0,6}?(?:栏|处)?(?:空白|空着|缺失|缺[着了]?(?=[,。、]|$)|未填|未标|未注|为空|没有|全无|[均皆都全]?[无没]|留空|正在(?:申请|办理|报批)|待[批补定]|后补|补办|尚未|还没|暂缺|暂无|暂未|[划画]了?[杠线叉])`,
  `有效期限?[^。;,]{0,4}?(?:已|早已)[^。;,]{0,8}?(?:过|届满|截止|到期|失效)`,
  '(?<!未)(?:过期|超期|失效|作废|到期)(?:了)?的?[^。;,]{0,10}?(?:表|台账|问卷)',
  '有效期限?至[^。;,]{2,10},[^。;,]{0,4}?(?:仍|继续|沿用|照用)',
  '表头[^。;,]{0,6}?(?:只|仅)(?:印|写|有|标)',
  '有效期限?[^。;]{0,20}?(?:已经?|早就?)过',
  '表头[^。;,]{0,4}?(?:啥|什么)(?:也|都)?没|没写[^。;,]{0,4}?(?:制定|批准|备案|谁)',
  '右上角[^。;,]{0,4}?(?:空|没|无|啥都)',
  '(?:表|簿|册|卷)[^。;]{0,20}?未[经报][^。;,]{0,8}?(?:审批|批准|备案|核准|审核|同意)',
  '(?:自制|自行(?:设计|编制|制定|拟定|印制)|自己(?:编|设计|弄|做|画|拟|印)|自拟|自编|私制|试行|临时(?:做|编|画|拟|设计|弄|制)|手画)[了的]?[^。;,]{0,8}?(?:表|簿|问卷)(?!演|扬|决)',
  '(?:表|问卷)(?:式|样)?[^。;]{0,4}?(?:是|由|系)[^。;,]{0,10}?(?:自制|自行(?:设计|编制|制定|拟定)|自己(?:编|设计|弄|做|画|拟)|自拟|自编|临时(?:做|编|画|拟|设计|弄))',
  '临时用表',
);
/** This form, not forms as a kind. */
const THIS_FORM =
  /《[^》]{2,30}》|附[件表上]|随[文信函]|[本此该这][次张份个]?[^,。;]{0,4}[表卷]|样表|表[样式]|问卷|这张|表头|表上|右上角|临时用表|我[股科室局办]|本[股科室局办]/u;
const FORM = /(?<![代发])表(?![彰扬示现态])|登记簿|名册|清册|台账|[问调]查?卷|右上角/u;
/** Forms without marks that the issuer means to clear away. */
const SPOKEN_AGAINST =
  /有权拒|可以?拒|拒[填报]|不[填报]|清退|废止|不再|发现|查出|查处|清[理查]|停用|取缔|叫停|整改|应当标明|私自|曝光|一律不|申请人|学生|课堂|实验|车间|设备部|请假|审批表/u;
const BEARER_LABELS = /填报单位|填表人|填报人|报送频率|填报日期|填表单位|单位负责人/u;
const BY_CHOICE = /住户|居民申请|申请表|报名表|申领|顾客|患者|学生|参赛|回执/u;

export const noFormMark = defineRule({
  id: 'report/no-form-mark',
  title: '表无标志',
  basis: ['stat-law.15', 'stat-post.17'],
  message: '「{quote}」缺少表号、制定机关、批准（备案）文号或有效期限。',
  suggestion: '补齐四项标志并在有效期内使用；补不齐的不下发。',
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
