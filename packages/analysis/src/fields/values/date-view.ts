/** Dates in the format that a label asks for. */

/** Each format with what its hint looks like in a label: an example, a pattern or a word. */
const FORMATS: readonly (readonly [hint: RegExp, show: (parts: readonly string[]) => string])[] = [
  [/(?<!\d)(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)|YYYYMMDD|8位|八位/i, (parts) => parts.join('')],
  [/(?<!\d)(?:19|20)\d{2}[01]\d(?!\d)|YYYYMM(?!D)|6位|六位/i, (parts) => parts.slice(0, 2).join('')],
  [/(?:19|20)\d{2}\.\d{1,2}\.\d{1,2}|YYYY\.MM\.DD/i, (parts) => parts.join('.')],
  [/(?:19|20)\d{2}\.\d{1,2}|YYYY\.MM/i, (parts) => parts.slice(0, 2).join('.')],
  [/(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}|YYYY\/MM\/DD/i, (parts) => parts.join('/')],
  [/(?:19|20)\d{2}\/\d{1,2}|YYYY\/MM/i, (parts) => parts.slice(0, 2).join('/')],
  [/(?:19|20)\d{2}-\d{1,2}-\d{1,2}|YYYY-MM-DD/i, (parts) => parts.join('-')],
  [/[X×*\dY]{4}年[X×*\dM]{1,2}月[X×*\dD]{1,2}日/i, (parts) => spoken(parts)],
  [/[X×*\dY]{4}年[X×*\dM]{1,2}月/i, (parts) => spoken(parts.slice(0, 2))],
  [/年月日|日期/, (parts) => parts.join('-')],
  [/年月|月份/, (parts) => parts.slice(0, 2).join('-')],
  [/年份|年度|[何哪]年/, (parts) => parts[0] ?? ''],
];

/** `1990-05-01` as the label has it: `1990.05` under 出生年月（如1985.06）, `1990-05` under 出生年月, else as stored. */
export function viewDate(date: string, label: readonly string[]): string {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) return date;
  const words = label.join('/').normalize('NFKC');
  const format = FORMATS.find(([hint]) => hint.test(words));
  return format === undefined ? date : format[1](date.split('-'));
}

function spoken(parts: readonly string[]): string {
  return parts.map((part, at) => `${Number(part)}${['年', '月', '日'][at] ?? ''}`).join('');
}
