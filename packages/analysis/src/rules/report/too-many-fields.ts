import { readNumber } from '../../document/numerals.ts';
import type { Span } from '../../document/stance.ts';
import { defineRule, type Match } from '../rule.ts';

const COUNT =
  /(?<![第\d〇零一二两三四五六七八九十百千])(?<n>\d+|上[百千]|[一二两三四五六七八九十百千零]{1,8})[余多来几]?(?:余|多)?个?(?:数据|信息|采集|必填|小|指标)?(?<unit>要素|问题|栏目?|列|项(?!目)|字段|指标|格子?(?!式)|处(?!理|罚|分)|条(?!件|例|款)|问(?!题)|空(?!间))/gu;
const COUNT_BEHIND =
  /(?:字段|要素|信息项|指标|栏目?|格子|数据项)[^,。;]{0,2}?(?:加起来|合计|总共|总计|近|共|共计|达|多达|超过|约|有|数量?为?)?(?<n>\d+|上[百千]|[一二两三四五六七八九十百千零]{1,8})[余多]?[个项栏]/gu;
const FORM = /(?<!代|发)表(?!彰|扬|示|现|明|态)|台账|摸底|[问查]卷|采集|字段|指标体系|数据项|填/u;
const FILL = /填|问到|录|采集|刷新|一更|更新|上报|报送|登记|照报|表[^,。;]{0,12}负责|专员负责/u;
/** One form for each of many. */
const FOR_EACH =
  /每(?:户|名|位|张|份|处|台|个|家|人|企|校|表|周|月|旬|季)|家家|户户|逐[户人企项栏家]|一[户人企]一|一月一|[一1]学期|各网格|全部/u;
const RELIEVED =
  /不(?:得|能)?超过|至多|最多|控制在|砍[到至]|减[到至]|压[到至减]|精简|只留|退回|由[^,。]{0,8}(?:开发|普查|维护|公司)|普查员|数据库|过去|以前|累计|(?:审批|许可|服务|权力)事项|自动生成|体检|考[试题核评]|评分|试题|作答|望而生畏|董事会|扣分|得分/u;

export const tooManyFields = defineRule({
  id: 'report/too-many-fields',
  title: '字段过多',
  basis: ['provisions-2024.reports'],
  message: '「{quote}」，按每项 {seconds} 秒估算，{often}约 {minutes} 分钟，超过 {budgetMinutes} 分钟。',
  suggestion: '只留作决定用得着的字段，其余从数据目录取。',
  cues: '要素 栏 列 项 字段 指标 问 格 处 条 空',
  register: '字段用时数据',
  saves: 'fill',
  options: {
    budgetMinutes: { default: 30, source: 'house', meaning: '一张表填一次的时间预算（分钟）' },
    secondsPerField: { default: 20, source: 'assumed', meaning: '填一个字段的秒数' },
  },
  examples: {
    bad: ['校车登记七张,⟦合计141列⟧,一学期填五回。', '⟦每户须填126项⟧,全村四百户。'],
    good: [
      '表格只留姓名、地点、面积三栏。',
      '一张表不得超过十五个字段。',
      '过去一套表两百多项,如今砍到十二项。',
      '数据库表共有三百个字段,由开发公司维护。',
    ],
  },
  *find({ statements, document }, options) {
    for (const statement of statements) {
      const count = FILL.test(statement.imposed) ? fieldsAsked(statement.raw) : null;
      const match = count && overBudget(count.fields, count.forms, options);
      if (match) yield { start: statement.start + count.start, end: statement.start + count.end, data: match };
    }
    if (document.formMarks.length >= MARKS_OF_A_STATISTICAL_FORM) return;
    for (const form of document.forms) {
      const match = overBudget(form.fields.length, 1, options);
      if (match) yield { start: form.start, end: Math.min(form.end, form.start + 40), data: match };
    }
  },
});

const MARKS_OF_A_STATISTICAL_FORM = 3;

interface Budget {
  readonly budgetMinutes: number;
  readonly secondsPerField: number;
}

function overBudget(fields: number, forms: number, { budgetMinutes, secondsPerField }: Budget): Match['data'] | null {
  const minutes = Math.round((fields * forms * secondsPerField) / 60);
  if (minutes <= budgetMinutes) return null;
  return { minutes, seconds: secondsPerField, budgetMinutes, often: forms === 1 ? '填一次' : '只填两份就' };
}

interface FieldCount extends Span {
  readonly fields: number;
  /** Two where the sentence wants many: the budget is passed by the second. */
  readonly forms: 1 | 2;
}

function fieldsAsked(raw: string): FieldCount | null {
  const count = FORM.test(raw) && !RELIEVED.test(raw) ? mostFields(raw) : null;
  return count && { ...count, start: raw.lastIndexOf(',', count.start) + 1, forms: FOR_EACH.test(raw) ? 2 : 1 };
}

/** The largest number of fields that a sentence names. */
function mostFields(text: string): (Span & { readonly fields: number }) | null {
  let most: (Span & { readonly fields: number }) | null = null;
  for (const match of [...text.matchAll(COUNT), ...text.matchAll(COUNT_BEHIND)]) {
    const fields = readNumber((match.groups?.['n'] ?? '').replace('上', '一'));
    if (fields === null || (most && most.fields >= fields)) continue;
    most = { fields, start: match.index, end: match.index + match[0].length };
  }
  return most;
}
