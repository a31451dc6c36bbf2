import { COPIED_TOO_MUCH, dayNumber, formatDay } from '@qingzhuang/analysis';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import { listHolders } from '../../documents/index.ts';
import { dayAt } from '../gate/day.ts';
import type { AlikeText } from '../gate/gate-facts.ts';
import { asAlike, isCounted, TOPIC_DAYS, type Asking } from '../gate/store.ts';

/** The demands whose text holds most of that of a draft, the largest share first. */
export async function listAlikeTexts(
  db: Db,
  { county, id, draft, today }: Pick<Asking, 'county' | 'id' | 'draft' | 'today'>,
): Promise<readonly AlikeText[]> {
  const since = formatDay(dayNumber(today) - TOPIC_DAYS);
  const holders = await listHolders(db, { county, demand: id, share: COPIED_TOO_MUCH, since });
  if (holders.length === 0) return [];
  const shares = new Map(holders.map(({ demand, share }) => [demand, share]));
  const { rows } = await sql<Omit<AlikeText, 'day' | 'share'> & { readonly at: string }>`
    select ${asAlike(draft)}
    from demand
    where demand.county = ${county} and demand.id = any(${[...shares.keys()]}::uuid[]) and ${isCounted({ draft })}
    order by demand.id`.execute(db);
  return rows
    .map(({ at, ...alike }) => ({ ...alike, day: dayAt(at), share: shares.get(alike.id) ?? 0 }))
    .toSorted((one, other) => other.share - one.share);
}
