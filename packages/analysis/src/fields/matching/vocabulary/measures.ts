/** Words for how many; a label needs one of them only where the unit does not say it. */
export const COUNTING_WORDS: ReadonlySet<string> = new Set([
  ...['数', '人数', '户数', '人次', '户次', '家庭人口', '次数', '层数', '间数', '率', '年龄'],
]);

/** `units` of the measure, by its word. */
const MEASURES: readonly (readonly [word: string, units: RegExp])[] = [
  ['人数', /^(?:人|口|名|位|万人)$/u],
  ['户数', /^(?:户|万户)$/u],
  ['率', /^[%‰%]$/u],
  ['金额', /^(?:百|千|万|亿)?元(?:\/.*)?$/u],
  ['面积', /^(?:万?亩|平方米|平米|㎡|m2|m²|公顷|平方公里|平方千米)$/u],
  ['数', /^(?:个|件|份|项|处|座|所|台|套|条|家|只|头|羽|辆|株|眼|盏|间|栋|幢|张|册|匹|场|起|支)$/u],
];

/** What is measured in the unit: 面积 in 亩, 人数 in 人. Null for units of many things. */
export function kindOfUnit(unit: string | null): string | null {
  return unit === null ? null : (MEASURES.find(([, units]) => units.test(unit))?.[0] ?? null);
}
