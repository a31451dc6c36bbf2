/** What a unit's code says by its digits alone: county 6, township 3, village 3. */

/** First and last code of a range, both in it. */
export interface CodeRange {
  readonly first: string;
  readonly last: string;
}

/** The unit's own code and every code that can lie below it. Only counties and townships have room below. */
export function rangeOf(code: string): CodeRange {
  if (code.endsWith('000000')) return { first: code, last: `${code.slice(0, 6)}999999` };
  if (code.endsWith('000')) return { first: code, last: `${code.slice(0, 9)}999` };
  return { first: code, last: code };
}

/** Whether the unit lies below the other one, at any depth. No unit is below itself. */
export function isBelow(code: string, of: string): boolean {
  return code > of && code <= rangeOf(of).last;
}

/** The county itself and its departments: no township has the number 000. */
export function isCountyBlock(code: string): boolean {
  return code.slice(6, 9) === '000';
}
