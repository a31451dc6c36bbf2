import { Refusal, type DeepReadonly, type demands } from '@qingzhuang/contract';
import type { Acting } from '../../platform/context.ts';
import { assertActsFor, holdsRole, type Actor } from '../../platform/actor.ts';
import { keepText, type LibraryEntry } from '../documents/index.ts';
import { followForm } from '../forms/index.ts';
import { assertUnits, namesOf } from '../organisations/index.ts';
import { isOpen, useGlass } from './break-glass/operations.ts';
import { availableActions, decide, needsGlass, type Command, type Person, type SuperiorChoice } from './commands.ts';
import { makeControlCode } from './control-code.ts';
import { countAgainstCaps } from './counting/operations.ts';
import type { CheckedDocument, Demand, DemandEvent } from './demand.ts';
import { record } from './recording/operations.ts';
import { answerFor } from './inbox/tasks/operations.ts';
import { assertMayBurden } from './issuing.ts';
import { findScreeningFacts, nameAllBearers } from './gate/operations.ts';
import { basisOf } from './replays/basis.ts';
import { saveBasis } from './replays/store.ts';
import { findsMore, rescreened } from './rescreening.ts';
import { screen } from './screening.ts';
import {
  findDemand,
  getCountyLetters,
  getSummary,
  replaceFile,
  isCodeTaken,
  isVisible,
  listFiles,
  lockDemand,
  saveBearers,
  visibleTo,
  type DemandKey,
} from './store.ts';

type View = DeepReadonly<demands.Demand>;
type Draft = DeepReadonly<demands.DemandDraft>;

/** A file that a demand was drafted from, with what the checker says about it. */
export interface CheckedText {
  readonly file: demands.DemandFile;
  readonly result: CheckedDocument;
  /** As the library keeps it. */
  readonly entry: LibraryEntry;
}

/** Records a draft and screens it at once: nobody waits for a verdict. */
export async function draftDemand(acting: Acting, asked: Draft, text: CheckedText | null = null): Promise<View> {
  const { actor, chance, db } = acting;
  assertActsFor(actor, asked.issuer, 'drafter', 'unit-lead', 'office');
  await assertUnits(db, [asked.issuer, ...asked.bearers]);
  assertMayBurden(asked.issuer, asked.bearers);
  const draft = await nameAllBearers(acting, asked);
  const key = { county: actor.county, id: chance.id() };
  const drafted = await happen(acting, key, undefined, [
    { type: 'demand-drafted', draft, by: actor.person, document: text?.result ?? null },
  ]);
  await saveBearers(db, key, draft.bearers);
  if (text !== null) await keepDropped(acting, key, drafted, text);
  const screened = await screenNow(acting, key, drafted);
  return view(acting, key, screened);
}

/** Corrects a draft and screens it again. */
export async function reviseDemand(acting: Acting, { id, ...asked }: Draft & { readonly id: string }): Promise<View> {
  const { actor, db } = acting;
  assertActsFor(actor, asked.issuer, 'drafter', 'unit-lead', 'office');
  await assertUnits(db, [asked.issuer, ...asked.bearers]);
  assertMayBurden(asked.issuer, asked.bearers);
  const named = await nameAllBearers(acting, asked);
  const key = { county: actor.county, id };
  const details = await followForm(db, { county: actor.county, demand: id }, named.details);
  const draft = { ...named, details };
  const revised = await act(acting, id, { do: 'revise', draft });
  await saveBearers(db, key, draft.bearers);
  return view(acting, key, await screenNow(acting, key, revised));
}

/** Screens a draft again whose form has changed; its fields are counted as the form has them now. */
async function reviseByForm(acting: Acting, id: string): Promise<View> {
  const demand = await findDemand(acting.db, { county: acting.actor.county, id });
  if (demand === undefined) throw new Refusal('no-such-record');
  return reviseDemand(acting, { id, ...demand.draft });
}

async function mayRevise(acting: Acting, id: string): Promise<boolean> {
  const { db, actor } = acting;
  const demand = await findDemand(db, { county: actor.county, id });
  return demand !== undefined && availableActions(demand, await asDecider(acting, id)).includes('revise');
}

/** Puts a corrected text in the place of the one that the demand was drafted from, and screens it again. */
export async function replaceText(acting: Acting, id: string, text: CheckedText): Promise<View> {
  const key = { county: acting.actor.county, id };
  const { result: document, file } = text;
  const revised = await act(acting, id, { do: 'revise', text: { document, file } });
  await keepDropped(acting, key, revised, text);
  return view(acting, key, await screenNow(acting, key, revised));
}

/** Notes what the text was taken from, by what its drafter has said, and screens it again by what was found beside it. */
async function changeSuperior(acting: Acting, id: string, choice: SuperiorChoice): Promise<View> {
  const key = { county: acting.actor.county, id };
  const revised = await act(acting, id, { do: 'revise', ...choice });
  return view(acting, key, await screenNow(acting, key, revised));
}

/** What library and forms ask of demands: who sees them, that a superior or a form is noted, that a form answers. */
export const demandKeeper = { visibleTo, changeSuperior, revise: reviseByForm, mayRevise, answerFor } as const;

/** The text as bearers read it, and as the library finds it. */
async function keepDropped(
  acting: Acting,
  key: DemandKey,
  { draft }: Demand,
  { file, entry }: CheckedText,
): Promise<void> {
  await replaceFile(acting.db, key, file);
  await keepText(acting, { demand: key.id, issuer: draft.issuer, title: draft.title }, entry);
}

/** Takes one step and answers with what the demand has become. */
export async function takeStep(acting: Acting, id: string, command: Command): Promise<View> {
  return view(acting, { county: acting.actor.county, id }, await act(acting, id, command));
}

/** Lets a demand pass, with a code of its own. */
export async function admitDemand(acting: Acting, admission: Admission): Promise<View> {
  return takeStep(acting, admission.id, await admissionOf(acting, admission));
}

export interface Admission {
  readonly id: string;
  readonly reason: string | null;
  readonly caseByCase: boolean;
}

async function admissionOf(acting: Acting, { reason, caseByCase }: Admission): Promise<Command> {
  return { do: 'admit', code: await drawCode(acting), reason, caseByCase };
}

/** Asks for a decision, as `takeUpToDate`. */
export function submitUpToDate(acting: Acting, { id }: { readonly id: string }): Promise<View | Refusal> {
  return takeUpToDate(acting, id, { do: 'submit' });
}

/** Lets a demand pass, as `takeUpToDate`. */
export async function admitUpToDate(acting: Acting, admission: Admission): Promise<View | Refusal> {
  return takeUpToDate(acting, admission.id, await admissionOf(acting, admission));
}

/**
 * Asks the register once more before the step. Where it says what nobody has seen yet, that is recorded and the step
 * not taken: the refusal is returned, since a thrown one would undo the record.
 */
async function takeUpToDate(acting: Acting, id: string, step: Command): Promise<View | Refusal> {
  const { actor, db } = acting;
  const key = { county: actor.county, id };
  const [, demand] = await Promise.all([lockDemand(db, key), findDemand(db, key)]);
  const mayBeTaken = demand !== undefined && availableActions(demand, await asDecider(acting, id)).includes(step.do);
  // What is refused anyway is refused by the step itself.
  if (!mayBeTaken || demand.screening === null || (acting.seen ?? demand.version) !== demand.version) {
    return takeStep(acting, id, step);
  }
  const { draft, document, screening: before } = demand;
  const facts = await findScreeningFacts(acting, { id, draft, document });
  const fresh = screen(draft, facts);
  if (!findsMore(before, fresh)) return takeStep(acting, id, step);
  const { version } = await happen(acting, key, demand, rescreened(demand, { before, fresh }));
  await saveBasis(db, key, demand.version + 1, basisOf(draft, facts));
  return new Refusal('screening-outdated', { version });
}

export async function declareEmergency(
  acting: Acting,
  { id, grounds }: { readonly id: string; readonly grounds: string },
): Promise<View> {
  return takeStep(acting, id, { do: 'declare-emergency', grounds, code: await drawCode(acting) });
}

/** Merges into another demand of the county that is alive. */
export async function mergeDemand(
  acting: Acting,
  { id, into, reason }: { readonly id: string; readonly into: string; readonly reason: string },
): Promise<View> {
  const target = await findDemand(acting.db, { county: acting.actor.county, id: into });
  if (target === undefined || !(await isVisible(acting.db, acting.actor, into))) throw new Refusal('no-such-record');
  if (into === id || !MERGEABLE.includes(target.state)) throw new Refusal('wrong-state');
  return takeStep(acting, id, { do: 'merge', into, reason });
}

const MERGEABLE: readonly demands.DemandState[] = ['screened', 'coordinating', 'admitted', 'running'];

export async function readDemand(acting: Acting, id: string): Promise<View> {
  const key = { county: acting.actor.county, id };
  const [demand, mayBeSeen] = await Promise.all([findDemand(acting.db, key), isVisible(acting.db, acting.actor, id)]);
  if (demand === undefined || !mayBeSeen) throw new Refusal('no-such-record');
  return view(acting, key, demand);
}

async function act(acting: Acting, id: string, command: Command): Promise<Demand> {
  const { actor, clock, db, seen } = acting;
  const key = { county: actor.county, id };
  // They are answered in this order: what follows the lock reads what the lock has waited for.
  const [, demand, mayBeSeen, decider] = await Promise.all([
    lockDemand(db, key),
    findDemand(db, key),
    isVisible(db, actor, id),
    asDecider(acting, id),
  ]);
  if (demand === undefined || !mayBeSeen) throw new Refusal('no-such-record');
  if (seen !== undefined && seen !== demand.version) throw new Refusal('stale', { version: demand.version });
  const moment = { now: clock.now().toISOString(), today: clock.today() };
  const events = decide(demand, command, decider, moment);
  if (needsGlass(demand, command.do, decider)) {
    await useGlass(acting, { demand: id, purpose: 'decide-alone', deed: command.do });
  }
  await countAgainstCaps(acting, key, demand, events);
  return happen(acting, key, demand, events);
}

/** The actor as decisions ask for him; only the office can have broken the glass to decide alone. */
async function asDecider(acting: Acting, id: string): Promise<Person> {
  const { actor } = acting;
  return { ...actor, decidesAlone: holdsRole(actor, 'office') && (await isOpen(acting, id, 'decide-alone')) };
}

/** Records what the actor has brought about. */
function happen(
  { db, actor, clock }: Acting,
  key: DemandKey,
  demand: Demand | undefined,
  events: readonly DemandEvent[],
): Promise<Demand> {
  const [first] = events;
  const issuer = first?.type === 'demand-drafted' ? first.draft.issuer : demand?.draft.issuer;
  const at = clock.now().toISOString();
  return record(db, key, demand, { events, person: actor.person, unit: unitActing(issuer, actor), at });
}

async function screenNow(acting: Acting, key: DemandKey, demand: Demand): Promise<Demand> {
  const { draft, document } = demand;
  const facts = await findScreeningFacts(acting, { id: key.id, draft, document });
  const screened = await happen(acting, key, demand, [{ type: 'demand-screened', screening: screen(draft, facts) }]);
  await saveBasis(acting.db, key, screened.version, basisOf(draft, facts));
  return screened;
}

/** For whom the actor acts: his own unit's demand, or the unit that decides about others'. */
function unitActing(issuer: string | undefined, { posts }: Actor): string | null {
  return (posts.find(({ unit }) => unit === issuer) ?? posts[0])?.unit ?? null;
}

const MOST_DRAWS = 20;

/** A code that no demand of the county has. One in a million is taken by chance, so a second draw is rare. */
async function drawCode({ db, actor, chance, clock }: Acting): Promise<string> {
  const county = await getCountyLetters(db, actor.county);
  const year = Number(clock.today().slice(0, 4));
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const code = makeControlCode({ county, year, random: chance.bytes(4) });
    if (!(await isCodeTaken(db, actor.county, code))) return code;
  }
  throw new Refusal('busy', { retryAfterSeconds: 1 });
}

async function view(acting: Acting, key: DemandKey, demand: Demand): Promise<View> {
  const { db } = acting;
  const { draft, screening, mergedInto } = demand;
  const [summary, names, files, decider] = await Promise.all([
    getSummary(db, key),
    namesOf(db, draft.bearers),
    listFiles(db, key),
    asDecider(acting, key.id),
  ]);
  return {
    ...summary,
    bearers: draft.bearers.map((unit) => ({ unit, name: names.get(unit) ?? unit })),
    planItem: draft.planItem,
    details: draft.details,
    screening,
    files,
    mergedInto,
    comparison: demand.comparison,
    hasConsultation: demand.consultation !== null,
    actions: availableActions(demand, decider),
  };
}
