import { organisations, Refusal } from '@qingzhuang/contract';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import { insertUnits, listAllUnits, lockTree } from '../store.ts';
import { likelyNature } from '../unit-code.ts';
import { listDivisions, type Division } from './store.ts';

/**
 * Makes the divisions that the county does not have yet; `db` sees the county. A unit with the code of a division stays
 * as it is, also when it has ended or bears another name: the county knows better than a yearly list.
 */
export async function importDivisions(
  db: Db,
  divisions: readonly Division[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<organisations.UnitImport> {
  await lockTree(db);
  const known = new Map((await listAllUnits(db)).map((unit) => [unit.code, unit]));
  const missing = divisions.filter(({ code }) => !known.has(code));
  const made = missing.map(({ code, name }) => ({ code, name, nature: likelyNature(code), foundedOn: null }));
  const county = divisions[0]?.code.slice(0, 6) ?? '';
  if (!dryRun) await insertUnits(db, county, made);
  return {
    applied: !dryRun,
    created: made.length,
    updated: 0,
    ignored: divisions.length - made.length,
    changes: made
      .slice(0, organisations.MOST_CHANGES_SHOWN)
      .map(({ code, name }) => ({ code, name, formerName: null })),
    conflicts: [],
  };
}

/**
 * Gives a new county its published divisions, and returns how many units that made: none for a county that is in no
 * list, or where the lists are not installed. It then begins with itself alone, and a table fills it.
 */
export async function takeOverDivisions(db: Db, county: string): Promise<number> {
  try {
    const divisions = await listDivisions(county);
    return (await inCounty(db, county, (tx) => importDivisions(tx, divisions))).created;
  } catch (error) {
    if (error instanceof Refusal && WITHOUT_A_LIST.includes(error.code)) return 0;
    throw error;
  }
}

const WITHOUT_A_LIST: readonly string[] = ['no-such-division', 'no-division-data'];
