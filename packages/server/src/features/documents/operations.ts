import { createHash } from 'node:crypto';
import { numberKey, tellingOf, titleKey, type CheckResult, type ReportedDocument } from '@qingzhuang/analysis';
import { Refusal, type documents } from '@qingzhuang/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Acting, Context } from '../../platform/context.ts';
import { inCounty } from '../../platform/county.ts';
import type { Db } from '../../platform/db.ts';
import { baseName, runCheck, type Checkers, type LibraryReading } from '../checks/index.ts';
import { compareLevels, levelOf, levelsAbove, levelsDownTo, rarestFirst, superiorAmong } from './document.ts';
import { PASTED } from './pasted.ts';
import { countHolding, listNamed, listNearest } from './search/store.ts';
import { listLineage } from './lineage/store.ts';
import {
  findIssuer,
  findTextOfDemand,
  findTexts,
  insertAddition,
  insertReceived,
  saveTextOfDemand,
  type Superior,
  type VisibleTo,
  type WrittenText,
} from './store.ts';

/** Where a text belongs. */
export interface TextPlace {
  readonly county: string;
  readonly level: documents.DocumentLevel;
  /** The demand whose text it is or becomes; null for what came from above and for a demand not yet drafted. */
  readonly demand: string | null;
  /** What its drafter has said about its superior's; null where nobody has. */
  readonly chosen: Superior | null;
}

export function placeOfDraft(county: string, issuer: string): TextPlace {
  return { county, level: levelOf(issuer), demand: null, chosen: null };
}

/** Where the text of a demand belongs that the actor may see. */
export async function placeOfText(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  visibleTo: VisibleTo,
  demand: string,
): Promise<TextPlace> {
  const { county } = actor;
  const [issuer, text] = await inCounty(db, county, (tx) =>
    Promise.all([findIssuer(tx, actor, visibleTo, demand), findTextOfDemand(tx, county, demand)]),
  );
  if (issuer === undefined) throw new Refusal('no-such-record');
  return { county, level: levelOf(issuer), demand, chosen: text?.superiorBy === 'chosen' ? text : null };
}

/** A text as a worker has read it for the library. */
export interface TextRead {
  readonly name: string;
  readonly facts: { readonly today: string };
  readonly checked: Awaited<ReturnType<typeof runCheck>>;
}

/** What is written of a text, besides who issued it. */
export type LibraryEntry = Omit<WrittenText, 'level' | 'issuer' | 'issuerName' | 'title' | 'addedAt'> & {
  /** As the text has it. */
  readonly title: string | null;
};

export interface PreparedEntry {
  readonly entry: LibraryEntry;
  /** What the checker says about the text beside its superior's. */
  readonly result: CheckResult;
}

const MOST_COMPARED = 5;

/**
 * Looks for the superior's document of a text, and checks the text beside it: the one that its drafter has chosen, or
 * that it names, or that it was copied from. For the step before a transaction: it asks the database and a worker.
 */
export async function prepareEntry(
  { db }: Pick<Context, 'db'>,
  { name, facts, checked }: TextRead,
  place: TextPlace,
  checkers: Checkers,
): Promise<PreparedEntry> {
  const { library, result } = checked;
  if (library === null) throw new Error('The text was not read for the library.');
  const { fingerprints, by, ids, texts } = await inCounty(db, place.county, (tx) => listPossible(tx, library, place));
  const task = { name, facts, config: {}, content: library.source };
  const superiors = { texts, isNamed: by !== 'found' };
  const beside = texts.length === 0 ? null : await runCheck({ ...task, superiors }, checkers);
  const superior = ids[beside?.superior ?? -1] ?? null;
  const superiorBy = superior === null && by !== 'chosen' ? null : by;
  return {
    entry: entryOf(result.document, checked.source.text, { fingerprints, superior, superiorBy }),
    result: beside?.result ?? result,
  };
}

/** What is written of a text that was read so. */
export function entryOf(
  document: ReportedDocument,
  text: string,
  lineage: Pick<LibraryEntry, 'fingerprints' | 'superior' | 'superiorBy'>,
): LibraryEntry {
  const { docNumber, date, title: words } = document;
  const title = words?.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_TITLE) ?? '';
  return {
    ...{ ...lineage, text, docNumber, datedOn: date },
    title: title === '' ? null : title,
    titleKey: titleKey(title),
    numberKey: docNumber === null ? null : numberKey(docNumber),
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

const LONGEST_TITLE = 200;

interface Possible {
  readonly fingerprints: Uint32Array;
  readonly by: documents.SuperiorBy;
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

async function listPossible(db: Db, { fingerprints, names }: LibraryReading, place: TextPlace): Promise<Possible> {
  const { county, level, demand, chosen } = place;
  const holding = await countHolding(db, county, fingerprints);
  const kept = { fingerprints: rarestFirst(fingerprints, holding) };
  if (chosen !== null) return { ...kept, by: 'chosen', ...(await textsOf(db, county, [chosen.superior])) };
  const named = await listNamed(db, county, names, { levels: levelsDownTo(level), demand });
  const superior = superiorAmong(await withoutCircles(db, place, named), level);
  if (superior !== null) return { ...kept, by: 'named', ...(await textsOf(db, county, [superior])) };
  const frequencies = fingerprints.map((fingerprint) => holding.get(fingerprint) ?? 0);
  const nearest = await listNearest(db, {
    county,
    holding,
    fingerprints: tellingOf(fingerprints, frequencies),
    top: MOST_COMPARED,
    eligible: { levels: levelsAbove(level), demand },
  });
  return {
    ...kept,
    by: 'found',
    ...(await textsOf(
      db,
      county,
      nearest.map(({ key }) => key),
    )),
  };
}

/** The nearest level first; within one as they are given. */
async function textsOf(
  db: Db,
  county: string,
  ids: readonly (string | null)[],
): Promise<Pick<Possible, 'ids' | 'texts'>> {
  const texts = await findTexts(
    db,
    county,
    ids.filter((id) => id !== null),
  );
  const found = ids.flatMap((id) => {
    const document = id === null ? undefined : texts.get(id);
    return id === null || document === undefined ? [] : [{ id, ...document }];
  });
  const ordered = found.toSorted((one, other) => compareLevels(other.level, one.level));
  return { ids: ordered.map(({ id }) => id), texts: ordered.map(({ text }) => text) };
}

/** A document of the same level may have been taken from this one. */
async function withoutCircles<Found extends { readonly id: string; readonly level: string }>(
  db: Db,
  { county, level, demand }: TextPlace,
  found: readonly Found[],
): Promise<readonly Found[]> {
  if (demand === null) return found;
  const kept: Found[] = [];
  for (const one of found) {
    const above = one.level === level ? await listLineage(db, { county, id: one.id }) : [];
    if (!above.some((document) => document.demand === demand)) kept.push(one);
  }
  return kept;
}

/** Takes the text of a demand into the library, in the place of the one that it had. */
export async function keepText(
  { db, actor, chance, clock }: Acting,
  { demand, issuer, title }: { readonly demand: string; readonly issuer: string; readonly title: string },
  entry: LibraryEntry,
): Promise<void> {
  const key = { county: actor.county, id: chance.id(), demand };
  const addedAt = clock.now().toISOString();
  const written = { ...entry, title: entry.title ?? title, level: levelOf(issuer), issuer, issuerName: null, addedAt };
  await saveTextOfDemand(db, key, written);
}

/** A text from above, as somebody sends it. */
export type ReceivedDocument = {
  readonly level: TextPlace['level'];
  readonly title?: string;
} & ({ readonly text: string } | { readonly file: File });

/** Reads a text from above, and looks for what it was taken from itself. */
export async function prepareReceived(
  context: Pick<Context, 'db' | 'clock'>,
  { level, title, ...received }: ReceivedDocument,
  county: string,
  checkers: Checkers,
): Promise<WrittenText> {
  const { clock } = context;
  const facts = { today: clock.today() };
  const [name, content] =
    'file' in received
      ? [baseName(received.file.name), new Uint8Array(await received.file.arrayBuffer())]
      : [PASTED, received.text.replaceAll('\0', ' ')];
  if (content.length === 0) throw new Refusal('empty');
  const checked = await runCheck({ name, content, facts, config: {}, forLibrary: true }, checkers);
  if (checked.source.text.trim() === '') throw new Refusal('empty');
  const place = { county, level, demand: null, chosen: null };
  const { entry } = await prepareEntry(context, { name, facts, checked }, place, checkers);
  return {
    ...entry,
    title: entry.title ?? '（未读出标题）',
    ...(title !== undefined && { title, titleKey: titleKey(title) }),
    ...{ level, issuer: null, issuerName: checked.result.document.issuer, addedAt: clock.now().toISOString() },
  };
}

/** Takes a text from above into the library. */
export async function addDocument(
  { db, actor, chance }: Acting,
  written: WrittenText,
): Promise<documents.DocumentSummary> {
  const key = { county: actor.county, id: chance.id() };
  if (!(await insertReceived(db, key, written))) throw new Refusal('already-exists');
  await insertAddition(db, key, written, actor.person);
  const { level, issuer, issuerName, title, docNumber, datedOn, text, addedAt } = written;
  return {
    ...{ id: key.id, demand: null, level, issuer, issuerName, title, docNumber, datedOn, addedAt },
    characters: text.length,
  };
}
