import { sql } from 'kysely';
import type { Db } from '../../../../platform/db.ts';

/** A sealed value, by the place that it is sealed for. */
export interface SealedFact {
  readonly county: string;
  readonly subject: number;
  readonly element: string;
  readonly sealed: Buffer;
}

type Place = Omit<SealedFact, 'sealed'>;

/** What is sealed with another key than the one of this number, in the order of places, after a place. */
export async function listSealedOtherwise(
  owner: Db,
  keyNumber: number,
  { county, subject, element }: Place,
  most: number,
): Promise<SealedFact[]> {
  const { rows } = await sql<SealedFact>`
    select county, subject, element, sealed from fact
    where (county, subject, element) > (${county}, ${subject}::bigint, ${element})
      and sealed is not null and get_byte(sealed, 0) <> ${keyNumber}
    order by county, subject, element limit ${most}`.execute(owner);
  return rows;
}

/** A value sealed anew, and as it was sealed before. */
export interface Resealed extends SealedFact {
  readonly before: Buffer;
}

/** Puts the new seals in place of the old; a value that somebody has changed meanwhile is left alone. */
export async function replaceSeals(owner: Db, facts: readonly Resealed[]): Promise<void> {
  await sql`
    update fact set sealed = given.sealed
    from unnest(
      ${facts.map(({ county }) => county)}::text[], ${facts.map(({ subject }) => subject)}::bigint[],
      ${facts.map(({ element }) => element)}::text[], ${facts.map(({ sealed }) => sealed)}::bytea[],
      ${facts.map(({ before }) => before)}::bytea[]
    ) as given (county, subject, element, sealed, before)
    where fact.county = given.county and fact.subject = given.subject and fact.element = given.element
      and fact.sealed = given.before`.execute(owner);
}
