/** Who else finds the document that a run was copied from: the same questions on the same small library. */
import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askIndex, createFingerprinter, FingerprintIndex } from '@qingzhuang/analysis';
import pg from 'pg';
import { startEmbeddedPostgres } from '../packages/server/src/platform/postgres/embedded.ts';
import { print, round, summarise } from './measurement.ts';
import { officialText } from './official-texts.ts';
import { installPeers } from './peers.ts';
import { plantCopies, type PlantedText } from './planted-copies.ts';

/** Few, for the peers' sake: each of them takes a minute for more. */
const DOCUMENTS = 500;
const QUESTIONS = 20;
const TOP = 20;

/** The numbers of the documents that a text resembles most. */
type Find = (text: string) => number[] | Promise<number[]>;

export async function benchLineagePeers(): Promise<void> {
  const texts = Array.from({ length: DOCUMENTS }, (_, number) => officialText(number));
  const questions = plantCopies(QUESTIONS, DOCUMENTS);
  const ours = await measure('qingzhuang', openOwn(texts), questions, null);
  await measure('shingles, exhaustive', openShingles(texts), questions, ours);
  await measure('minhash 0.0.9, 128 values, bands of 4', openMinhash(texts), questions, ours);
  const database = await openTrigrams(texts);
  try {
    await measure('pg_trgm, GIN', database.find, questions, ours);
  } finally {
    await database.close();
  }
}

/** Prints the time for a question, as on the clock, and the share of planted runs whose source is among the first. */
async function measure(
  name: string,
  find: Find,
  questions: readonly PlantedText[],
  ours: number | null,
): Promise<number> {
  const samples: number[] = [];
  let [found, planted] = [0, 0];
  for (const { text, runs } of questions) {
    const began = performance.now();
    const numbers = new Set(await find(text));
    samples.push(performance.now() - began);
    found += runs.filter(({ source }) => numbers.has(source)).length;
    planted += runs.length;
  }
  const times = summarise(`lineage.candidates-of-${DOCUMENTS}.${name}`, 'ms', samples);
  print(ours === null ? times : { ...times, peer: 'qingzhuang', ratio: round(ours / times.value) });
  print({ ...summarise(`${times.name}.recall`, 'of planted runs', [found / planted]), n: planted });
  return times.value;
}

function openOwn(texts: readonly string[]): Find {
  const fingerprint = createFingerprinter();
  const index = new FingerprintIndex();
  for (const [number, text] of texts.entries()) index.add(String(number), fingerprint(text));
  return (text) => askIndex(index, fingerprint(text), TOP).nearest.map(({ key }) => Number(key));
}

const SHINGLE = 12;

function shinglesOf(text: string): Set<string> {
  const letters = text.replaceAll(/[^\p{Script=Han}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - SHINGLE + 1) }, (_, at) => letters.slice(at, at + SHINGLE)),
  );
}

/** Compares with every document: slow, and nothing is missed. */
function openShingles(texts: readonly string[]): Find {
  const library = texts.map(shinglesOf);
  return (text) => {
    const own = shinglesOf(text);
    return best(library.map((shingles) => own.intersection(shingles).size));
  };
}

interface Signature {
  update(word: string): void;
  jaccard(other: Signature): number;
}

interface MinhashPackage {
  readonly Minhash: new () => Signature;
  readonly LshIndex: new () => {
    insert(key: string, signature: Signature): void;
    query(signature: Signature): string[];
  };
}

function openMinhash(texts: readonly string[]): Find {
  installPeers();
  const { Minhash, LshIndex } = createRequire(import.meta.url)('minhash') as MinhashPackage;
  function sign(text: string): Signature {
    const signature = new Minhash();
    for (const shingle of shinglesOf(text)) signature.update(shingle);
    return signature;
  }
  const index = new LshIndex();
  const signatures = texts.map(sign);
  for (const [number, signature] of signatures.entries()) index.insert(String(number), signature);
  return (text) => {
    const own = sign(text);
    // It fails on a band that it has never seen.
    index.insert('own', own);
    const numbers = index
      .query(own)
      .filter((key) => key !== 'own')
      .map(Number);
    return numbers.toSorted((a, b) => jaccard(signatures[b], own) - jaccard(signatures[a], own)).slice(0, TOP);
  };
}

function jaccard(one: Signature | undefined, other: Signature): number {
  return one?.jaccard(other) ?? 0;
}

async function openTrigrams(
  texts: readonly string[],
): Promise<{ readonly find: Find; readonly close: () => Promise<void> }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'qingzhuang-trigrams-'));
  chmodSync(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  const { connection, stop } = await startEmbeddedPostgres({ dataDirectory });
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('create extension pg_trgm');
  await client.query('create table document (number int primary key, text text)');
  await client.query(
    'insert into document select ordinality - 1, text from unnest($1::text[]) with ordinality as t(text, ordinality)',
    [texts],
  );
  await client.query('create index on document using gin (text gin_trgm_ops)');
  // Under the usual 0.3 a text with one copied paragraph resembles nothing.
  await client.query('set pg_trgm.similarity_threshold = 0.1');
  return {
    async find(text) {
      const { rows } = await client.query<{ number: number }>(
        `select number from document where text % $1 order by similarity(text, $1) desc limit ${TOP}`,
        [text],
      );
      return rows.map(({ number }) => number);
    },
    async close() {
      await client.end();
      await stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The places of the largest counts above none. */
function best(counts: readonly number[]): number[] {
  const order = Array.from(counts.keys()).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return order.slice(0, TOP).filter((number) => (counts[number] ?? 0) > 0);
}
