import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { systemChance, type Chance } from '../platform/chance.ts';
import { openFolder } from '../platform/files.ts';
import { createMetrics } from '../platform/metrics.ts';
import { createDirectory, removeDirectory } from '../testing/data-directory.ts';
import { useTestDb } from '../testing/db.ts';
import { openSeals } from '../platform/sealed.ts';
import { hasDemoCounty, seedDemo } from './seed.ts';

const { owner } = await useTestDb();
const folder = await createDirectory();
afterAll(() => removeDirectory(folder));
const files = openFolder(folder);
const seals = await openSeals(`${folder}/keys/seals.json`);
const clock = { now: () => new Date('2026-03-05T02:00:00Z'), today: () => '2026-03-05' };

function seed(chance: Chance): Promise<void> {
  return seedDemo({ owner, files, seals, clock, metrics: createMetrics(), chance });
}

/** Every demand draws an id, every admission a code; at the given draw the connection is gone, as when it is killed. */
function breakingAt(draw: number): Chance {
  let drawn = 0;
  function next<Drawn>(give: () => Drawn): Drawn {
    drawn += 1;
    if (drawn === draw) throw new Error('killed');
    return give();
  }
  return { id: () => next(() => systemChance.id()), bytes: (count) => next(() => systemChance.bytes(count)) };
}

async function countRows(): Promise<Record<string, number>[]> {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from county) as counties, (select count(*) from unit) as units,
      (select count(*) from person) as people, (select count(*) from demand) as demands,
      (select count(*) from audit_entry) as entries`.execute(owner);
  return rows;
}

test('a seeding that is broken off anywhere leaves nothing, and the next one makes all of it', async () => {
  for (const draw of [1, 2, 25]) {
    await expect(seed(breakingAt(draw))).rejects.toThrow('killed');
    expect(await countRows()).toEqual([{ counties: 0, units: 0, people: 0, demands: 0, entries: 0 }]);
    expect(await hasDemoCounty(owner)).toBe(false);
  }

  await seed(systemChance);
  expect(await hasDemoCounty(owner)).toBe(true);
  const [{ demands = 0, units = 0 } = {}] = await countRows();
  expect(demands).toBeGreaterThan(20);
  expect(units).toBeGreaterThan(300);
  const { rows: taken } = await sql<{ level: string; by: string | null }>`
    select level, superior_by as by from document order by added_at, level`.execute(owner);
  expect(taken).toEqual([
    { level: 'province', by: null },
    { level: 'city', by: 'named' },
    { level: 'city', by: null },
    { level: 'county', by: 'named' },
    { level: 'county', by: 'named' },
    { level: 'township', by: 'named' },
    { level: 'township', by: 'named' },
  ]);
}, 240_000);
