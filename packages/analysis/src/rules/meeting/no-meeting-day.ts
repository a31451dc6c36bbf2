import { dayNumberOf, weekdayOf } from '../../schedule/local-time.ts';
import type { Statement } from '../../document/statements.ts';
import { defineRule, type Match } from '../rule.ts';

const WEEKDAYS = '一二三四五六日';
const DECLARED =
  /(?:每|逢)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])[^。;,]{0,6}?(?:为|是|系|无会|不开会|不安排会)|无会日[(](?:每|逢)?周(?<inside>[一二三四五六日天])[)]|(?:每|逢)周(?<every>[一二三四五六日天])[^。;,]{0,4}?无会/u;
const MEETS = /会(?!计|员)|召开|碰头|例会|研讨|年检|协调|推进|动员/u;
const DATE = /(?:(?<year>20\d\d)年)?(?<month>1[0-2]|0?[1-9])月(?<date>3[01]|[12]\d|0?[1-9])日/gu;
const NAMED_DAY = /(?:下|本|这)?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])(?:上午|下午|晚上?)?/gu;
const KEEPS_DATE = /不改期|照样|照常|仍|如期|照开/u;
const HIGHER = /上级|省(?:里|厅|委|政府)?|中央|国务院|国家|县外/u;
const WEEK_DECLARED = /第二周(?:为|是)?[^。;,]{0,4}无会周|无会周/u;

export const noMeetingDay = defineRule({
  id: 'meeting/no-meeting-day',
  title: '无会日开会',
  basis: [],
  message: '「{quote}」落在无会日。',
  suggestion: '改到别的日子；确需召开的，写明紧急事由和批准人。',
  cues: '无会 不开会 不安排会',
  register: '无会日日历',
  saves: 'attend',
  options: {
    days: {
      default: null,
      source: 'zhangjiajie-2022',
      meaning: '无会日（1 为周一，7 为周日）；本县未定时只看文中写明的',
    },
  },
  examples: {
    bad: ['(周一为无会日)冬修水利会定于⟦2026年4月13日⟧。', '周一是无会日,年检会⟦仍安排在下周一⟧。'],
    good: [
      '(周一为无会日)冬修会定在2026年4月14日。',
      '周三无会日,省厅通知的全省视频会照常收听。',
      '本县实行无会日制度以来,干部下村多了。',
    ],
  },
  *find({ statements, document }) {
    const year = Number(document.header.date?.slice(0, 4) ?? 0);
    for (const statement of statements) {
      if (!MEETS.test(statement.raw) || HIGHER.test(statement.raw)) continue;
      const match = clash(statement, year) ?? clashingWeek(statement);
      if (match) yield match;
    }
  },
});

function clash(statement: Statement, defaultYear: number): Match | null {
  const declared = DECLARED.exec(statement.raw);
  const name = declared?.groups?.['day'] ?? declared?.groups?.['inside'] ?? declared?.groups?.['every'];
  if (!declared || name === undefined) return null;
  const off = WEEKDAYS.indexOf(name === '天' ? '日' : name);
  const after = declared.index + declared[0].length;
  for (const { index, 0: words, groups } of statement.raw.matchAll(DATE)) {
    const number = dayNumberOf(
      Number(groups?.['year'] ?? defaultYear),
      Number(groups?.['month']),
      Number(groups?.['date']),
    );
    const weekday = number === null ? -1 : weekdayOf(number) - 1;
    if (weekday === off || printedWeekday(statement.raw, index + words.length) === off)
      return at(statement, index, words.length);
  }
  for (const { index, 0: words, groups } of statement.raw.matchAll(NAMED_DAY)) {
    if (index < after || WEEKDAYS.indexOf(groups?.['day'] ?? '') !== off) continue;
    const start =
      /(?:仍|照样|照常|还|就)?(?:安排在|定在|放在|召开于|在|于)$/u.exec(statement.raw.slice(0, index))?.[0].length ?? 0;
    return at(statement, index - start, words.length + start);
  }
  return null;
}

function printedWeekday(raw: string, from: number): number {
  const day = /^[(](?:星期|周)([一二三四五六日])[)]/u.exec(raw.slice(from))?.[1];
  return day === undefined ? -1 : WEEKDAYS.indexOf(day);
}

function clashingWeek(statement: Statement): Match | null {
  if (!WEEK_DECLARED.test(statement.raw) || !KEEPS_DATE.test(statement.raw)) return null;
  const match = /(?:不改期|照样|照常|仍|如期|照开)[^。;]{0,24}/u.exec(statement.raw);
  return match ? at(statement, match.index, match[0].length) : null;
}

function at(statement: Statement, index: number, length: number): Match {
  return { start: statement.start + index, end: statement.start + index + length };
}
