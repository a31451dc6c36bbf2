import type { Db } from '../../../platform/db.ts';

export interface Account {
  readonly name: string;
  readonly username: string;
  readonly countyName: string;
  readonly totp: boolean;
  readonly passwordSetAt: string | null;
}

export function getAccount(db: Db, person: string): Promise<Account> {
  return db
    .selectFrom('person')
    .innerJoin('county', 'county.code', 'person.county')
    .leftJoin('password', 'password.person', 'person.id')
    .leftJoin('totp', (join) => join.onRef('totp.person', '=', 'person.id').on('totp.confirmedAt', 'is not', null))
    .select((expression) => [
      'person.name',
      'person.username',
      'county.name as countyName',
      'password.setAt as passwordSetAt',
      expression('totp.person', 'is not', null).$castTo<boolean>().as('totp'),
    ])
    .where('person.id', '=', person)
    .executeTakeFirstOrThrow();
}
