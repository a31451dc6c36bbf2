import type { Db } from '../../../platform/db.ts';

/** What somebody needs to prove to be this person. */
export interface Credentials {
  readonly person: string;
  readonly county: string;
  readonly username: string;
  readonly active: boolean;
  readonly hash: string | null;
  readonly oneTimeUntil: string | null;
  readonly totp: boolean;
}

export function findCredentials(
  db: Db,
  by: { readonly username: string } | { readonly person: string },
): Promise<Credentials | undefined> {
  return db
    .selectFrom('person')
    .leftJoin('password', 'password.person', 'person.id')
    .leftJoin('totp', (join) => join.onRef('totp.person', '=', 'person.id').on('totp.confirmedAt', 'is not', null))
    .select((expression) => [
      'person.id as person',
      'person.county',
      'person.username',
      expression('person.deactivatedAt', 'is', null).$castTo<boolean>().as('active'),
      'password.hash',
      'password.oneTimeUntil',
      expression('totp.person', 'is not', null).$castTo<boolean>().as('totp'),
    ])
    .where((where) =>
      'username' in by ? where('person.username', '=', by.username) : where('person.id', '=', by.person),
    )
    .executeTakeFirst();
}

/** Replaces the person's password, if he has one. */
export async function putPassword(
  db: Db,
  password: {
    readonly person: string;
    readonly hash: string;
    readonly setAt: string;
    readonly oneTimeUntil: string | null;
  },
): Promise<void> {
  const { hash, setAt, oneTimeUntil } = password;
  await db
    .insertInto('password')
    .values(password)
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ hash, setAt, oneTimeUntil }))
    .execute();
}
