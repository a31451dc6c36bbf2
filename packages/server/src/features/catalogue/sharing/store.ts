import type { catalogue } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import type { GrantInForce } from '../facts/sight.ts';

/** Grants that are in force on the day, of one element or of all; by receiver. */
export async function listGrants(
  db: Db,
  county: string,
  { key, on }: { readonly key?: string; readonly on: string },
): Promise<catalogue.SharingGrant[]> {
  const { rows } = await sql<catalogue.SharingGrant>`
    select last.key, last.receiver, unit.name as receiver_name, last.purpose, last.until_on as until, last.at as granted_at
    from (
      select distinct on (key, receiver) * from sharing_grant
      where county = ${county} and (${key ?? null}::text is null or key = ${key ?? null})
      order by key, receiver, number desc
    ) as last
    left join unit on unit.county = last.county and unit.code = last.receiver
    where last.until_on >= ${on}::date
    order by last.key, last.receiver`.execute(db);
  return rows;
}

/** The grants of a receiver that are in force on the day. */
export async function listGrantsTo(db: Db, county: string, receiver: string, on: string): Promise<GrantInForce[]> {
  const all = await listGrants(db, county, { on });
  return all.filter((grant) => grant.receiver === receiver);
}

/** An element with whether its receiver has a grant that is in force. */
export interface Shareable {
  readonly key: string;
  readonly owner: string | null;
  readonly sharing: catalogue.SharingClass;
  readonly isGranted: boolean;
}

/** The elements of these keys that are in use, each with whether the receiver has a grant on the day. */
export async function listShareable(
  db: Db,
  county: string,
  { keys, receiver, on }: { readonly keys: readonly string[]; readonly receiver: string; readonly on: string },
): Promise<Shareable[]> {
  const { rows } = await sql<Shareable>`
    select element.key, element.owner, element.sharing, coalesce(last.until_on >= ${on}::date, false) as is_granted
    from element
    left join lateral (
      select until_on from sharing_grant as made
      where made.county = element.county and made.key = element.key and made.receiver = ${receiver}
      order by number desc limit 1
    ) as last on true
    where element.county = ${county} and element.state = 'active' and element.key = any(${[...new Set(keys)]}::text[])
    order by element.key`.execute(db);
  return rows;
}

/** What is granted from now on; `untilOn` null withdraws it. */
export async function insertGrant(
  db: Db,
  county: string,
  grant: {
    readonly key: string;
    readonly receiver: string;
    readonly purpose: string;
    readonly untilOn: string | null;
    readonly person: string;
    readonly at: string;
  },
): Promise<void> {
  const { key, receiver, purpose, untilOn, person, at } = grant;
  await sql`
    insert into sharing_grant (county, key, receiver, number, purpose, until_on, person, at)
    select ${county}, ${key}, ${receiver}, coalesce(max(number), 0) + 1, ${purpose}, ${untilOn}::date, ${person}::uuid, ${at}
    from sharing_grant where county = ${county} and key = ${key} and receiver = ${receiver}`.execute(db);
}
