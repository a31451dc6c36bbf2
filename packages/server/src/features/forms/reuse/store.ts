import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { Tally } from './reuse.ts';

/** Which forms are accounted for. */
export interface ReuseSpan {
  readonly county: string;
  /** `YYYY-MM-DD`, in China, both included. */
  readonly from: string;
  readonly until: string;
  readonly issuer?: string;
}

/** The account of the form of one demand, over all bearers. */
export interface FormTally extends Tally {
  readonly demand: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly fills: number;
}

/** What was sent or produced in the span, by demand; no bearer stands in it. */
export async function listTallies(db: Db, { county, from, until, issuer }: ReuseSpan): Promise<FormTally[]> {
  const { rows } = await sql<FormTally>`
    select demand.id as demand, demand.title, demand.issuer, unit.name as issuer_name, sum.*
    from (
      select form_fill.demand as of_demand, count(*)::int as fills,
        sum((tally ->> 'rows')::float8) as rows, sum((tally ->> 'cells')::float8) as cells,
        sum((tally ->> 'prefilled')::float8) as prefilled, sum((tally ->> 'wrong')::float8) as wrong,
        sum((tally ->> 'minutesWithout')::float8) as minutes_without, sum((tally ->> 'minutesWith')::float8) as minutes_with
      from form_fill
      where county = ${county} and sent_at is not null and tally is not null
        and sent_at >= (${from} || 'T00:00:00+08:00')::timestamptz
        and sent_at < (${until} || 'T00:00:00+08:00')::timestamptz + interval '1 day'
      group by form_fill.demand
    ) as sum
    join demand on demand.county = ${county} and demand.id = sum.of_demand
    join unit on unit.county = ${county} and unit.code = demand.issuer
    where ${issuer ?? null}::text is null or demand.issuer = ${issuer ?? null}
    order by demand.id`.execute(db);
  return rows;
}
