/** Parts of dates and addresses that a form asks for alone. */

const DATE_PARTS: ReadonlyMap<string, number> = new Map([
  ['year', 0],
  ['month', 1],
  ['day', 2],
]);

/** Each level ends with one of its words and starts where the level above ended. */
const ADDRESS = new RegExp(
  [
    '^(?<province>[^省市县区]{1,8}(?:省|自治区|特别行政区)|(?:北京|上海|天津|重庆)市)?',
    '(?<city>[^省市县区]{1,10}(?:市|自治州|地区|盟))?',
    '(?<county>[^市县区镇乡]{1,10}(?:自治县|县|区|市|旗))?',
    '(?<town>[^镇乡村]{1,10}(?:街道(?:办事处)?|镇|乡))?',
    '(?<village>[^村组]{1,12}(?:村民委员会|居民委员会|村委会|居委会|社区|村|嘎查))?',
    '(?<group>[^组]{1,8}(?:村民小组|小组|组|队))?',
  ].join(''),
);

/**
 * `year`, `month` and `day` of a date; `province` down to `group` of an address. Null where the value does not have the
 * part. An unknown word gives null.
 */
export function partOf(value: string, part: string): string | null {
  const at = DATE_PARTS.get(part);
  if (at !== undefined) return /^\d{4}(?:-\d\d){0,2}$/.test(value) ? (value.split('-')[at] ?? null) : null;
  return ADDRESS.exec(value)?.groups?.[part] ?? null;
}

/** A date no more exact than asked: `1990-05` by `month`. Null where the date is not known that exactly. */
export function shortenDate(date: string, by: string): string | null {
  const at = DATE_PARTS.get(by);
  if (at === undefined) return date;
  const parts = date.split('-');
  return parts.length > at ? parts.slice(0, at + 1).join('-') : null;
}
