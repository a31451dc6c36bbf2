import { readNumber } from '../../document/numerals.ts';
import { INSPECTION, NUMBER } from '../phrases.ts';
import { defineRule, type Match } from '../rule.ts';
import { wholeClauses } from '../wording.ts';

const WEEK = /第\d+周|一周(?:之内|内)?|当周|本周|这周|同一周|\d+日(?:至|[-—~])\d+日|周一[^。]{0,20}周二/u;
const COUNTED = new RegExp(`(?<n>${NUMBER})\\s*(?:批次?|拨|组|个组|个检查组|家|次)`, 'u');
const VISITED = new RegExp(`${INSPECTION}|来访|接待|考核组|检查组|迎检`, 'u');
const LISTED = /周[一二三四五六日]迎[^,。;]{0,10}[,、]/gu;
const OTHER = /旅游|游客|旅行|观众|考生|不得超过|不超过|并作一[组批]|合并|施工队/u;

export const clustered = defineRule({
  id: 'inspection/clustered',
  title: '年底扎堆',
  basis: [],
  message: '「{quote}」一周内到同一单位的检查超过 {perWeek} 批。',
  suggestion: '并成一组、一次看完；排不开的错到别的周。',
  cues: '批 拨 周 组',
  register: '来访登记',
  saves: 'receive-inspection',
  options: {
    perWeek: { default: 2, source: 'chengdu-2025', meaning: '同一单位一周最多接受的检查批次' },
  },
  examples: {
    bad: ['⟦(登记簿)第50周江湾村来访4批⟧。', '⟦一周之内安排消防、食安、校车、防溺水四个组检查同一所学校⟧。'],
    good: [
      '(登记簿)第50周江湾村来访2批。',
      '五项检查并作一组,同一天进村。',
      '同一单位每周接受检查不得超过两次。',
      '一周有六个旅游团到村。',
    ],
  },
  *find({ statements }, { perWeek }) {
    for (const { raw, announced, start } of statements) {
      if (OTHER.test(raw) || !WEEK.test(raw) || !VISITED.test(raw + '')) continue;
      const match = counted(announced, perWeek) ?? listed(announced, perWeek);
      if (match) yield { start: start + match.start, end: start + match.end, data: { perWeek } };
    }
  },
});

function counted(text: string, perWeek: number): Match | null {
  const match = COUNTED.exec(text);
  const value = readNumber(match?.groups?.['n'] ?? '');
  if (!match || value === null || value <= perWeek || value > 50) return null;
  return wholeClauses(text, { start: match.index, end: match.index + match[0].length });
}

function listed(text: string, perWeek: number): Match | null {
  const visits = [...text.matchAll(LISTED)];
  const [first] = visits;
  const last = visits.at(-1);
  if (!first || !last || visits.length <= perWeek - 1) return null;
  return { start: first.index, end: last.index + last[0].length - 1 };
}
