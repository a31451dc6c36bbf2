import { readNumber } from '../../document/numerals.ts';
import { NUMBER } from '../phrases.ts';
import { defineRule } from '../rule.ts';

const COUNT = new RegExp(
  `(?<n>${NUMBER.replace('几', '余多')}|[一二两三四五六七八九十百余多]+)(?:余|多)?(?:个|项|条)?(?<unit>栏目?|列|项|字段|指标|个字段|个指标|问)`,
  'u',
);
const FORM = /表|填|台账|登记|摸底|问卷|指标|档/u;
const RELIEVED =
  /不(?:得|能)?超过|至多|最多|控制在|砍到|减到|压到|精简|只留|由[^,。]{0,8}(?:开发|普查|维护|公司)|普查员|数据库|过去|以前|审批事项|许可事项/u;

export const tooManyFields = defineRule({
  id: 'report/too-many-fields',
  title: '字段过多',
  basis: ['provisions-2024.reports'],
  message: '「{quote}」，按每项 {seconds} 秒估算，填一次约 {minutes} 分钟，超过 {budgetMinutes} 分钟。',
  suggestion: '只留作决定用得着的字段，其余从数据目录取。',
  cues: '栏 列 项 字段 指标 问',
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
  *find({ statements, document }, { budgetMinutes, secondsPerField }) {
    const measure = (fields: number): number => Math.round((fields * secondsPerField) / 60);
    for (const { imposed, raw, start } of statements) {
      if (!FORM.test(raw) || RELIEVED.test(raw)) continue;
      const match = COUNT.exec(imposed);
      const fields = readNumber((match?.groups?.['n'] ?? '').replace(/[余多]/gu, ''));
      if (!match || fields === null || measure(fields) <= budgetMinutes) continue;
      const clause = imposed.lastIndexOf(',', match.index) + 1;
      yield {
        start: start + clause,
        end: start + match.index + match[0].length,
        data: { minutes: measure(fields), seconds: secondsPerField, budgetMinutes },
      };
    }
    for (const form of document.forms) {
      if (measure(form.fields.length) <= budgetMinutes || document.formMarks.length >= 3) continue;
      yield {
        start: form.start,
        end: Math.min(form.end, form.start + 40),
        data: { minutes: measure(form.fields.length), seconds: secondsPerField, budgetMinutes },
      };
    }
  },
});
