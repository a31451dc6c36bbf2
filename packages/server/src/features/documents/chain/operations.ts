import { Refusal, type DeepReadonly, type documents } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { compareLevels, type Checkers } from '../../checks/index.ts';
import { listChainDocuments, listLineage, listTakenFrom, type ChainDocument } from '../lineage/store.ts';
import { findIssuer, findSummaries, findTextOfDemand, type VisibleTo } from '../store.ts';
import { toldLevel, type KnownLevel } from './chain.ts';

/** A county's towns, and some of its villages. */
const MOST_BELOW = 30;
/** Of all texts below together: a comparison reads some 100,000 characters in a second. */
const MOST_CHARACTERS = 400_000;

interface FoundLevel {
  readonly known: KnownLevel;
  readonly text: string;
}

/** The documents of a chain with their texts, not compared yet; what the reader may not see is left out. */
export interface FoundChain {
  /** From the highest level down. */
  readonly levels: readonly FoundLevel[];
  readonly below: readonly FoundLevel[];
  readonly belowCount: number;
}

export async function findChain({ db, actor }: Acting, visibleTo: VisibleTo, demand: string): Promise<FoundChain> {
  const { county } = actor;
  const [issuer, own] = await Promise.all([
    findIssuer(db, actor, visibleTo, demand),
    findTextOfDemand(db, county, demand),
  ]);
  if (issuer === undefined) throw new Refusal('no-such-record');
  if (own === undefined) return { levels: [], below: [], belowCount: 0 };
  const key = { county, id: own.id };
  const [lineage, taken] = await Promise.all([listLineage(db, key), listTakenFrom(db, key)]);
  const summaries = await findSummaries(
    db,
    actor,
    visibleTo,
    [...lineage, ...taken].map(({ id }) => id),
  );
  const seen = taken.filter(({ id }) => summaries.has(id));
  const below = await listChainDocuments(db, county, firstOf(seen));
  function known(found: readonly ChainDocument[]): FoundLevel[] {
    return found.flatMap(({ id, superiorBy, bearers, text }) => {
      const summary = summaries.get(id);
      if (summary === undefined) return [];
      const { demand: of, level, issuer: by, issuerName, title, docNumber, datedOn, characters } = summary;
      const head = { id, demand: of, level, issuer: by, issuerName, title, docNumber, datedOn, characters };
      return [{ text, known: { ...head, superiorBy, bearers } }];
    });
  }
  return { levels: known(lineage.toReversed()), below: known(below), belowCount: seen.length };
}

/** As many as can be compared while somebody waits. */
function firstOf(taken: readonly { readonly id: string; readonly characters: number }[]): string[] {
  let sum = 0;
  const short = taken.filter(({ characters }) => (sum += characters) <= MOST_CHARACTERS);
  return short.slice(0, MOST_BELOW).map(({ id }) => id);
}

/** Compares a chain in a worker. */
export async function compareFound(
  { levels, below, belowCount }: DeepReadonly<FoundChain>,
  checkers: Checkers,
): Promise<DeepReadonly<documents.Chain>> {
  if (levels.length === 0) return { levels: [], below: [], belowCount };
  const texts = { levels: levels.map(({ text }) => text), below: below.map(({ text }) => text) };
  const compared = await compareLevels(texts, checkers);
  const last = levels.at(-1)?.known.id ?? null;
  return {
    levels: compared.levels.flatMap((level, index) => {
      const found = levels[index];
      return found === undefined ? [] : [toldLevel(found.known, level, levels[index - 1]?.known.id ?? null)];
    }),
    below: compared.below.flatMap((level, index) => {
      const found = below[index];
      return found === undefined ? [] : [toldLevel(found.known, level, last)];
    }),
    belowCount,
  };
}
