/** Which stored values a count takes in. */

/**
 * Whether a value meets a condition: `女` (that value; several by `|`), `>=60`, `<18`, `60..79` (both ends in), `!残疾`
 * (any other). The empty condition takes every value but `false`.
 */
export function holds(condition: string, value: string): boolean {
  if (condition === '') return value !== '' && value !== 'false';
  if (condition.startsWith('!')) return !condition.slice(1).split('|').includes(value);
  const [, low, high] = /^(-?[\d.]+)\.\.(-?[\d.]+)$/.exec(condition) ?? [];
  if (low !== undefined) return Number(value) >= Number(low) && Number(value) <= Number(high);
  const [, sign, limit] = /^([<>]=?)(-?[\d.]+)$/.exec(condition) ?? [];
  return sign === undefined ? condition.split('|').includes(value) : compares(sign, Number(value), Number(limit));
}

function compares(sign: string, value: number, limit: number): boolean {
  if (value === limit) return sign.endsWith('=');
  return sign.startsWith('<') ? value < limit : value > limit;
}
