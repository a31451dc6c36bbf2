import { createFingerprinter } from '@qingzhuang/analysis';
import { describeLibrary, draws, keyOf, writeText } from '@qingzhuang/analysis/testing';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inCounty } from '../../../platform/county.ts';
import { useTestDb } from '../../../testing/db.ts';
import { toColumn } from '../fingerprint-column.ts';
import { countHolding, listHolders, listNamed, listNearest } from './store.ts';

const COUNTY = '130101';
const { db, owner } = await useTestDb();
await sql`insert into county (code, name, letters) values (${COUNTY}, '清河县', 'QH'), ('130102', '邻县', 'LX')`.execute(
  owner,
);
await sql`
  insert into unit (county, code, name, level, nature, parent) values
    (${COUNTY}, '130101000000', '清河县', 'county', 'county', null),
    (${COUNTY}, '130101000011', '水利局', 'county', 'department', '130101000000')`.execute(owner);

interface Written {
  readonly id: string;
  readonly fingerprints: Uint32Array;
  readonly county?: string;
  readonly demand?: string;
  readonly level?: string;
  readonly numberKey?: string;
  readonly titleKey?: string;
  readonly datedOn?: string;
}

async function write(documents: Iterable<Written>): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    for (const { id, fingerprints, county = COUNTY, demand = null, ...rest } of documents) {
      const { level = 'city', numberKey = null, titleKey = null, datedOn = null } = rest;
      await sql`
        insert into document (county, id, demand, level, issuer, title, number_key, title_key, dated_on, text, sha256,
          fingerprints, fingerprint_version, added_at)
        values (${county}, ${id}, ${demand}, ${level}, ${demand === null ? null : '130101000011'}, '标题', ${numberKey},
          ${titleKey}, ${datedOn}, '', encode(sha256(${id}::bytea), 'hex'),
          ${toColumn(new Uint32Array(new Set(fingerprints)))}::int[], 1, '2026-03-05T02:00:00Z')
        on conflict (county, id) do update set fingerprints = excluded.fingerprints`.execute(tx);
    }
  });
}

async function writeDemand(id: string, { code = null as string | null, expiresOn = '2026-06-30' } = {}): Promise<void> {
  await sql`
    insert into demand (county, id, version, state, kind, issuer, title, ask, details, expires_on, code, bearer_count,
      submitted, emergency, changed_at)
    values (${COUNTY}, ${id}, 1, 'running', 'task', '130101000011', '标题', '做事', '{}', ${expiresOn}, ${code}, 1, false,
      false, '2026-03-05T02:00:00Z')`.execute(owner);
}

beforeEach(async () => {
  await sql`delete from document`.execute(owner);
  await sql`delete from demand`.execute(owner);
});

describeLibrary('a library in the database', () => ({
  add: (documents) => write(Array.from(documents, ([id, fingerprints]) => ({ id, fingerprints }))),
  remove: async (keys) => {
    await sql`delete from document where id = any(${[...keys]}::uuid[])`.execute(owner);
  },
  nearest: (fingerprints, top) =>
    inCounty(db, COUNTY, async (tx) => {
      const holding = await countHolding(tx, COUNTY, fingerprints);
      return listNearest(tx, { county: COUNTY, fingerprints, holding, top });
    }),
  frequencies: (fingerprints) =>
    inCounty(db, COUNTY, async (tx) => {
      const holding = await countHolding(tx, COUNTY, fingerprints);
      return fingerprints.map((fingerprint) => holding.get(fingerprint) ?? 0);
    }),
}));

const fingerprint = createFingerprinter();
const TEXT = writeText(400, draws(1));
const FINGERPRINTS = fingerprint(TEXT);
const [FIRST, SECOND, THIRD, FOURTH] = [1, 2, 3, 4].map(keyOf) as [string, string, string, string];

describe('the superiors of a text', () => {
  const eligible = { levels: ['province', 'city'], demand: null } as const;

  async function nearest(): Promise<string[]> {
    const found = await inCounty(db, COUNTY, async (tx) => {
      const holding = await countHolding(tx, COUNTY, FINGERPRINTS);
      return listNearest(tx, { county: COUNTY, fingerprints: FINGERPRINTS, holding, top: 9, eligible });
    });
    return found.map(({ key }) => key);
  }

  test('are of a higher level', async () => {
    await write([
      { id: FIRST, fingerprints: FINGERPRINTS, level: 'county' },
      { id: SECOND, fingerprints: FINGERPRINTS, level: 'province' },
    ]);

    expect(await nearest()).toEqual([SECOND]);
  });

  test('are no drafts of others', async () => {
    await writeDemand(FIRST);
    await writeDemand(SECOND, { code: 'QH26-7K3F-9D' });
    await write([
      { id: THIRD, fingerprints: FINGERPRINTS, demand: FIRST },
      { id: FOURTH, fingerprints: FINGERPRINTS, demand: SECOND },
    ]);

    expect(await nearest()).toEqual([FOURTH]);
  });

  test('are looked for in the own county alone', async () => {
    await write([{ id: FIRST, fingerprints: FINGERPRINTS, county: '130102' }]);

    expect(await nearest()).toEqual([]);
  });

  test('by name are those of the number before those of the title, the newest first', async () => {
    const [titleKey, numberKey] = ['2026年防汛工作方案', '清市水 2026 3'];
    await write([
      { id: FIRST, fingerprints: FINGERPRINTS, titleKey, datedOn: '2026-01-01' },
      { id: SECOND, fingerprints: FINGERPRINTS, titleKey, datedOn: '2026-02-01' },
      { id: THIRD, fingerprints: FINGERPRINTS, numberKey },
      { id: FOURTH, fingerprints: FINGERPRINTS, numberKey, level: 'township' },
    ]);
    const names = [
      { number: null, title: '别的方案的名称' },
      { number: numberKey, title: titleKey },
    ];
    const found = await inCounty(db, COUNTY, (tx) => listNamed(tx, COUNTY, names, eligible));

    expect(found).toEqual([THIRD, SECOND, FIRST].map((id) => ({ id, level: 'city', name: 1 })));
  });
});

describe('who holds most of the text of a demand', () => {
  async function holders(share = 0.6, since = '2026-03-05'): Promise<(readonly [string, number])[]> {
    const found = await inCounty(db, COUNTY, (tx) => listHolders(tx, { county: COUNTY, demand: FIRST, share, since }));
    return found.map((holder) => [holder.demand, Math.round(holder.share * FINGERPRINTS.length)] as const);
  }

  async function writeHolder(demand: string, held: number, expiresOn = '2026-06-30'): Promise<void> {
    await writeDemand(demand, { expiresOn });
    const own = fingerprint(writeText(300, draws(Number(demand.slice(-1)))));
    // The commonest first, so that those asked about are the ones that it may lack.
    await write([
      { id: demand, demand, fingerprints: Uint32Array.of(...FINGERPRINTS.slice(FINGERPRINTS.length - held), ...own) },
    ]);
  }

  beforeEach(async () => {
    await writeDemand(FIRST);
    await write([{ id: FIRST, demand: FIRST, fingerprints: FINGERPRINTS }]);
  });

  test('is told from the share on, however few of the rarest it holds', async () => {
    const least = Math.ceil(0.6 * FINGERPRINTS.length);
    await writeHolder(SECOND, least - 1);
    await writeHolder(THIRD, least);
    await writeHolder(FOURTH, FINGERPRINTS.length);

    expect(await holders()).toEqual([
      [FOURTH, FINGERPRINTS.length],
      [THIRD, least],
    ]);
    expect(await holders(1)).toEqual([[FOURTH, FINGERPRINTS.length]]);
  });

  test('is nobody whose demand expired before the day', async () => {
    await writeHolder(SECOND, FINGERPRINTS.length, '2026-03-04');
    await writeHolder(THIRD, FINGERPRINTS.length, '2026-03-05');

    expect(await holders()).toEqual([[THIRD, FINGERPRINTS.length]]);
  });

  test('is nobody where the text is short or there is none', async () => {
    await writeHolder(SECOND, FINGERPRINTS.length);
    await write([{ id: FIRST, demand: FIRST, fingerprints: FINGERPRINTS.slice(0, 7) }]);

    expect(await holders()).toEqual([]);
    await sql`delete from document where demand = ${FIRST}`.execute(owner);
    expect(await holders()).toEqual([]);
  });
});
