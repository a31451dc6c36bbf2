import { sql } from 'kysely';
import type { Db } from '../../../../../platform/db.ts';

/** Takes a subject off the lists, or puts it back: then both are null. */
export async function saveEnd(
  db: Db,
  county: string,
  { id, endedOn, endedWhy }: { readonly id: number; readonly endedOn: string | null; readonly endedWhy: string | null },
): Promise<void> {
  await db
    .updateTable('subject')
    .set({ endedOn, endedWhy })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Why a subject is on the lists or not; the row is an entry of the audit log. */
export interface NewSubjectEvent {
  readonly subject: number;
  readonly what: 'ended' | 'restored' | 'away' | 'back';
  readonly endedOn: string | null;
  readonly reason: string;
  readonly unit: string;
  readonly person: string;
  /** RFC 3339. */
  readonly at: string;
}

export async function insertSubjectEvent(db: Db, county: string, event: NewSubjectEvent): Promise<void> {
  const { subject, what, endedOn, reason, unit, person, at } = event;
  await sql`
    insert into subject_event (county, subject, number, what, ended_on, reason, unit, person, at)
    select ${county}, ${subject}, coalesce(max(number), 0) + 1, ${what}, ${endedOn}::date, ${reason}, ${unit},
      ${person}::uuid, ${at}
    from subject_event where county = ${county} and subject = ${subject}`.execute(db);
}
