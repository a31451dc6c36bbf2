import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';

/** What an issuer used of one measure in one year, up to a day of that year and in all. */
export interface YearOfUse {
  readonly year: number;
  readonly measure: string;
  readonly soFar: number;
  /** The sum of squares up to the day. */
  readonly squares: number;
  readonly total: number;
}

/** Uses of these years, each up to the same day of its year (`MM-DD`). What was given back counts in none. */
export async function listYearsOfUse(
  db: Db,
  of: { readonly county: string; readonly issuer: string; readonly from: number; readonly until: number },
  monthAndDay: string,
): Promise<YearOfUse[]> {
  const { rows } = await sql<YearOfUse>`
    select year, measure, sum(amount) as total,
      coalesce(sum(amount) filter (where to_char(day, 'MM-DD') <= ${monthAndDay}), 0) as so_far,
      coalesce(sum(amount::numeric * amount) filter (where to_char(day, 'MM-DD') <= ${monthAndDay}), 0) as squares
    from cap_count as spent, lateral (values (kind, times::bigint), ('minutes', minutes)) as counted (measure, amount)
    where county = ${of.county} and issuer = ${of.issuer} and year between ${of.from} and ${of.until}
      and entry = 'spent' and not exists (
        select from cap_use as given
        where given.county = spent.county and given.demand = spent.demand and given.entry = 'given-back'
      )
    group by year, measure`.execute(db);
  return rows;
}
