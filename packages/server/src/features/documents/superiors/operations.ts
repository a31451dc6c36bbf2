import { tellingOf, type Finding } from '@qingzhuang/analysis';
import { Refusal, type demands, type DeepReadonly, type documents } from '@qingzhuang/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import type { FileStore } from '../../../platform/files.ts';
import { runCheck, type Checkers } from '../../checks/index.ts';
import { levelsAbove, levelsDownTo } from '../document.ts';
import { listLineage } from '../lineage/store.ts';
import { contentOf } from '../pasted.ts';
import { countHolding, listNearest } from '../search/store.ts';
import {
  findFileOfDemand,
  findIssuer,
  findSummaries,
  findTextOfDemand,
  findTexts,
  saveSuperior,
  type TextOfDemand,
  type VisibleTo,
} from '../store.ts';

/** What the library asks of whoever keeps the demands. */
export interface DemandKeeper {
  readonly visibleTo: VisibleTo;
  /** Notes the choice in the demand, and screens it again by these findings. Refuses whom the demand is not for to change. */
  readonly changeSuperior: (
    acting: Acting,
    demand: string,
    choice: { readonly superior: string | null; readonly findings: readonly Finding[] },
  ) => Promise<DeepReadonly<demands.Demand>>;
}

/** Where texts are checked, and where the files are that they were read from. */
export interface LibraryTools {
  readonly checkers: Checkers;
  readonly files: FileStore;
}

const MOST_CANDIDATES = 5;
/** Less is what any two letters share. */
const LEAST_SHARED = 0.1;

/** What the text of a demand was taken from, and what else it may have been taken from. */
export async function readSuperior(
  { db, actor }: Acting,
  visibleTo: VisibleTo,
  demand: string,
): Promise<documents.Superior> {
  const text = await findVisibleText(db, actor, visibleTo, demand);
  if (text === undefined) return { hasText: false, superior: null, by: null, candidates: [] };
  const nearest = await listCandidates(db, actor.county, demand, text);
  const ids = [...nearest.map(({ key }) => key), ...(text.superior === null ? [] : [text.superior])];
  const summaries = await findSummaries(db, actor, visibleTo, ids);
  return {
    hasText: true,
    superior: summaries.get(text.superior ?? '') ?? null,
    by: text.superiorBy,
    candidates: nearest.flatMap(({ key, shared, asked }) => {
      const summary = summaries.get(key);
      return summary === undefined ? [] : [{ ...summary, sharedPercent: Math.round((100 * shared) / asked) }];
    }),
  };
}

async function listCandidates(
  db: Db,
  county: string,
  demand: string,
  { fingerprints, level }: TextOfDemand,
): ReturnType<typeof listNearest> {
  const holding = await countHolding(db, county, fingerprints);
  const telling = tellingOf(
    fingerprints,
    fingerprints.map((fingerprint) => holding.get(fingerprint) ?? 0),
  );
  const eligible = { levels: levelsAbove(level), demand };
  const nearest = await listNearest(db, { county, holding, fingerprints: telling, top: MOST_CANDIDATES, eligible });
  return nearest.filter(({ shared, asked }) => shared >= LEAST_SHARED * asked);
}

/** The text of a demand that the actor may see; undefined where it has none. */
async function findVisibleText(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  demand: string,
): Promise<TextOfDemand | undefined> {
  const [issuer, text] = await Promise.all([
    findIssuer(db, actor, visibleTo, demand),
    findTextOfDemand(db, actor.county, demand),
  ]);
  if (issuer === undefined) throw new Refusal('no-such-record');
  return text;
}

/** A choice with what the checker says about the text beside the chosen one. */
export interface PreparedChoice {
  readonly id: string;
  readonly superior: string | null;
  readonly findings: readonly Finding[];
}

/** Checks the text of a demand, as it was sent, beside what its drafter says it was taken from. */
export async function prepareChoice(
  { clock, db }: Pick<Context, 'clock' | 'db'>,
  { id, document }: { readonly id: string; readonly document: string | null },
  actor: Actor,
  { checkers, files, visibleTo }: LibraryTools & Pick<DemandKeeper, 'visibleTo'>,
): Promise<PreparedChoice> {
  const { file, text } = await inCounty(db, actor.county, async (tx) => {
    const own = await findVisibleText(tx, actor, visibleTo, id);
    if (own === undefined) throw new Refusal('wrong-state');
    const chosen = document === null ? null : await findChosen(tx, actor, visibleTo, { own, document });
    return { text: chosen, file: await findFileOfDemand(tx, actor.county, id) };
  });
  const bytes = file && (await files.find(file.sha256));
  if (file === undefined || bytes === undefined) throw new Refusal('no-such-record');
  const superiors = { texts: text === null ? [] : [text], isNamed: true };
  const task = { name: file.name, content: contentOf(file.name, bytes), facts: { today: clock.today() }, config: {} };
  const { result } = await runCheck({ ...task, superiors }, checkers);
  return { id, superior: document, findings: result.findings };
}

async function findChosen(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  { own, document }: { readonly own: TextOfDemand; readonly document: string },
): Promise<string> {
  const { county } = actor;
  const chosen = (await findSummaries(db, actor, visibleTo, [document])).get(document);
  if (chosen === undefined) throw new Refusal('no-such-record');
  const above = await listLineage(db, { county, id: document });
  if (!levelsDownTo(own.level).includes(chosen.level) || above.some(({ id }) => id === own.id)) {
    const detail = '应为同级或上级的文件，且不是由本文而来的';
    throw new Refusal('invalid-input', { errors: [{ pointer: '/document', detail }] });
  }
  return (await findTexts(db, county, [document])).get(document)?.text ?? '';
}

export async function chooseSuperior(
  acting: Acting,
  { id, ...choice }: PreparedChoice,
  { changeSuperior }: DemandKeeper,
): Promise<DeepReadonly<demands.Demand>> {
  const demand = await changeSuperior(acting, id, choice);
  await saveSuperior(acting.db, acting.actor.county, id, { superior: choice.superior, superiorBy: 'chosen' });
  return demand;
}
