import { Refusal } from '@qingzhuang/contract';
import type { Db } from '../../../platform/db.ts';

export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export interface LinkedPerson {
  readonly person: string;
  readonly county: string;
}

/** Who is linked to the account, if he may still sign in. */
export function findLinkedPerson(db: Db, { issuer, subject }: Subject): Promise<LinkedPerson | undefined> {
  return db
    .selectFrom('linkedIdentity')
    .innerJoin('person', 'person.id', 'linkedIdentity.person')
    .select(['person.id as person', 'person.county'])
    .where('linkedIdentity.issuer', '=', issuer)
    .where('linkedIdentity.subject', '=', subject)
    .where('person.deactivatedAt', 'is', null)
    .executeTakeFirst();
}

/** Links the account to the person of this user name if an administrator has allowed it, which counts once. */
export function linkByUsername(
  db: Db,
  { issuer, subject }: Subject,
  username: string,
  at: string,
): Promise<LinkedPerson | undefined> {
  return db.transaction().execute(async (tx) => {
    const person = await tx
      .updateTable('person')
      .set({ mayLink: false })
      .where('username', '=', username)
      .where('mayLink', '=', true)
      .where('deactivatedAt', 'is', null)
      .returning(['id as person', 'county'])
      .executeTakeFirst();
    if (person === undefined) return undefined;
    const link = await tx
      .insertInto('linkedIdentity')
      .values({ issuer, subject, person: person.person, linkedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('person')
      .executeTakeFirst();
    // The account is somebody else's, who may not sign in: what was allowed stays allowed for the right one.
    if (link === undefined) throw new Refusal('wrong-credentials');
    return person;
  });
}

export async function deleteLinksOf(db: Db, person: string): Promise<void> {
  await db.deleteFrom('linkedIdentity').where('person', '=', person).execute();
}
