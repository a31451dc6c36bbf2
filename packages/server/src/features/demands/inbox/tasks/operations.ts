import { Refusal, type DeepReadonly, type inbox } from '@qingzhuang/contract';
import { holdsRole, type Actor } from '../../../../platform/actor.ts';
import type { Acting } from '../../../../platform/context.ts';
import { useGlass } from '../../break-glass/operations.ts';
import type { Demand } from '../../demand.ts';
import { findDemand, isVisible, listFiles } from '../../store.ts';
import { chinaDayOf, codeStateOf, shared, type InboxRow } from '../inbox.ts';
import { asSeenBy, assertBears, assertMaySeeBearer } from '../operations.ts';
import { findInboxRow, insertPerson, listBearerFiles } from '../store.ts';
import {
  decide,
  isSameSeries,
  momentOf,
  type BearerCommand,
  type BearerEvent,
  type BearerTask,
} from './bearer-task.ts';
import { returnReasons } from './return-reason.ts';
import {
  appendBearerEvent,
  findBearerEvent,
  listAnswersTo,
  listReturnPersons,
  listStatusRows,
  lockBearer,
  readBearerTask,
  type ReturnPerson,
  type StatusRow,
  type TaskKey,
} from './store.ts';

type View = DeepReadonly<inbox.Task>;

/** Which task, and what an offline client says about when. */
export interface Deed {
  readonly unit: string;
  readonly demand: string;
  readonly event: string;
  readonly saidAt?: string;
  /** Of an answer: when the one was given that the clerk has seen. */
  readonly seen?: string | null;
}

export async function readTask(acting: Acting, unit: string, demand: string): Promise<View> {
  assertMaySeeBearer(acting.actor, unit);
  const key = { county: acting.actor.county, unit, demand };
  return view(acting, key, await readBearerTask(acting.db, key));
}

export function openTask(acting: Acting, deed: Deed): Promise<View> {
  return act(acting, deed, () => ({ do: 'open' }));
}

export function noteTime(
  acting: Acting,
  { moments, ...deed }: Deed & { readonly moments: readonly string[] },
): Promise<View> {
  const now = acting.clock.now().toISOString();
  // A moment that cannot be right would stretch the time; the others stay as they are.
  const likely = moments.filter((moment) => Date.parse(moment) === Date.parse(momentOf(moment, now)));
  return act(acting, deed, () => ({ do: 'note-time', moments: likely }));
}

export async function answerTask(
  acting: Acting,
  {
    text,
    files = [],
    unchanged,
    ...deed
  }: Deed & { readonly text?: string; readonly files?: readonly string[]; readonly unchanged?: true },
): Promise<View> {
  const { db, actor } = acting;
  const found = await listBearerFiles(db, { county: actor.county, unit: deed.unit }, files);
  return act(acting, deed, async (key, row, task) => {
    if (found.length !== new Set(files).size) {
      throw new Refusal('invalid-input', { errors: [{ pointer: '/files', detail: '有文件没有上传成功，请重新选择' }] });
    }
    if (unchanged !== true) return { do: 'answer', answer: { text: text ?? null, files: found, unchanged: false } };
    const known = await findKnown(acting, key, row, task);
    return { do: 'confirm', known: known?.answer ?? null };
  });
}

/** What a form says for its bearer once it is handed in: the form knows who may. */
export interface FormAnswer {
  readonly unit: string;
  readonly demand: string;
  readonly event: string;
  readonly saidAt?: string;
  readonly answer: DeepReadonly<inbox.Answer>;
}

/** Answers for a bearer by its form, whoever acts: its own clerk, the town that looked through it, or the program. */
export async function answerFor(acting: Acting, { unit, demand, event, saidAt, answer }: FormAnswer): Promise<void> {
  const { db, actor, clock } = acting;
  const key = { county: actor.county, unit, demand };
  const [isBearer, row, task] = await Promise.all([
    lockBearer(db, key),
    findInboxRow(db, key, demand),
    readBearerTask(db, key),
  ]);
  if (!isBearer || row === undefined) throw new Refusal('no-such-record');
  const at = clock.now().toISOString();
  const [happened] = decide(task, { do: 'answer', answer }, { ...row, moment: momentOf(saidAt, at) });
  if (happened === undefined) return;
  await record(acting, key, task, { event: happened, told: { id: event, saidAt: saidAt ?? null, at } });
}

/** Sends the demand back for every reason that the system finds. */
export function returnTask(acting: Acting, deed: Deed): Promise<View> {
  return act(acting, deed, async (key, row) => ({ do: 'return', reasons: await reasonsFor(acting, key, row) }));
}

type Choose = (key: TaskKey, row: InboxRow, task: BearerTask) => BearerCommand | Promise<BearerCommand>;

async function act(acting: Acting, { unit, demand, event, saidAt, seen }: Deed, choose: Choose): Promise<View> {
  const { db, actor, clock } = acting;
  assertBears(actor, unit);
  const key = { county: actor.county, unit, demand };
  // They are answered in this order: what follows the lock reads what the lock has waited for.
  const [isBearer, row, task, known] = await Promise.all([
    lockBearer(db, key),
    findInboxRow(db, key, demand),
    readBearerTask(db, key),
    findBearerEvent(db, actor.county, event),
  ]);
  if (!isBearer || row === undefined) throw new Refusal('no-such-record');
  if (known !== undefined) {
    if (known.demand !== demand || known.unit !== unit) throw new Refusal('key-reused');
    return view(acting, key, task);
  }
  const at = clock.now().toISOString();
  const facts = { ...row, moment: momentOf(saidAt, at), ...(seen !== undefined && { seen }) };
  const [happened] = decide(task, await choose(key, row, task), facts);
  if (happened === undefined) return view(acting, key, task);
  const told = { id: event, saidAt: saidAt ?? null, at };
  return view(acting, key, await record(acting, key, task, { event: happened, told }));
}

async function record(
  { db, actor }: Acting,
  key: TaskKey,
  task: BearerTask,
  happened: Parameters<typeof appendBearerEvent>[3],
): Promise<BearerTask> {
  const [after] = await Promise.all([
    appendBearerEvent(db, key, task, happened),
    insertPerson(db, key.county, happened.told.id, actor.person),
  ]);
  return after;
}

async function view(acting: Acting, key: TaskKey, task: BearerTask): Promise<View> {
  const { db, clock } = acting;
  const asked = { county: key.county, id: key.demand };
  const [row, demand, files] = await Promise.all([
    findInboxRow(db, key, key.demand),
    findDemand(db, asked),
    listFiles(db, asked),
  ]);
  if (row === undefined || demand === undefined) throw new Refusal('no-such-record');
  const seen = asSeenBy(acting.actor, key.unit, row);
  return {
    ...shared(seen, clock.today()),
    unit: key.unit,
    version: seen === row ? task.version : 0,
    details: demand.draft.details,
    files,
    answer: task.answer,
    known: await findKnown(acting, key, row, task),
    reasons: task.reasons ?? reasonsOf(demand, row, clock.today()),
  };
}

/** The unit's own last answer to this, or to the same asked at another time. */
async function findKnown(
  { db }: Acting,
  key: TaskKey,
  { issuer, title }: InboxRow,
  task: BearerTask,
): Promise<inbox.Task['known']> {
  const before = await listAnswersTo(db, key, issuer);
  const own = task.answer === null ? undefined : before.find(({ demand }) => demand === key.demand);
  return own ?? before.find((answered) => isSameSeries(answered.title, title)) ?? null;
}

async function reasonsFor({ db, clock }: Acting, key: TaskKey, row: InboxRow): Promise<inbox.ReturnReason[]> {
  const demand = await findDemand(db, { county: key.county, id: key.demand });
  return demand === undefined ? [] : reasonsOf(demand, row, clock.today());
}

function reasonsOf({ screening }: Demand, row: InboxRow, today: string): inbox.ReturnReason[] {
  return returnReasons({
    codeState: codeStateOf(row, today),
    hasCode: row.code !== null,
    expiresOn: row.expiresOn,
    today,
    findings: [...(screening?.findings ?? []), ...(screening?.register ?? []).filter(({ sameAs }) => sameAs === null)],
  });
}

type Status = DeepReadonly<inbox.BearerStatus>;

/** What the bearers have answered or returned, for the issuer and for those who watch over it. */
export async function listBearerStatuses(acting: Acting, id: string): Promise<{ readonly items: readonly Status[] }> {
  const { db, actor } = acting;
  await assertMayFollow(acting, id);
  return { items: (await listStatusRows(db, { county: actor.county, demand: id })).map(toStatus) };
}

const WATCHERS = ['office', 'leader', 'supervisor', 'auditor'] as const;
const ISSUERS = ['drafter', 'unit-lead', 'office'] as const;

/** Throws unless the actor acts for the demand's issuer or watches over the county. Gives the demand. */
export async function assertMayFollow({ db, actor }: Acting, id: string): Promise<Demand> {
  const demand = await findDemand(db, { county: actor.county, id });
  if (demand === undefined || !(await isVisible(db, actor, id))) throw new Refusal('no-such-record');
  const watches = WATCHERS.some((role) => holdsRole(actor, role));
  if (!watches && !actsForIssuer(actor, demand)) throw new Refusal('not-allowed');
  return demand;
}

export function actsForIssuer(actor: Actor, { draft: { issuer } }: Demand): boolean {
  return ISSUERS.some((role) => holdsRole(actor, role, issuer));
}

function toStatus({ state, answer, answeredAt, returnedAt, reasons, note, unit, name }: StatusRow): Status {
  return {
    unit,
    name,
    // Whether a bearer has looked at it is nobody's business.
    state: state === null || state === 'new' || state === 'opened' ? 'waiting' : state,
    answer,
    // The hour would say who was on duty.
    answeredOn: answeredAt === null ? null : chinaDayOf(answeredAt),
    returnedOn: returnedAt === null ? null : chinaDayOf(returnedAt),
    reasons: reasons ?? [],
    note,
  };
}

/** The issuer lets the bearer off, or says why it must be done all the same. */
export async function settleReturn(
  acting: Acting,
  { id, unit }: { readonly id: string; readonly unit: string },
  command: Extract<BearerCommand, { readonly do: 'accept-return' | 'answer-return' }>,
): Promise<Status> {
  const { db, actor, clock, chance } = acting;
  const demand = await assertMayFollow(acting, id);
  if (!actsForIssuer(actor, demand)) throw new Refusal('not-allowed');
  const key = { county: actor.county, unit, demand: id };
  if (!(await lockBearer(db, key))) throw new Refusal('no-such-record');
  const task = await readBearerTask(db, key);
  const at = clock.now().toISOString();
  const { state: demandState, draft } = demand;
  const facts = { demandState, expiresOn: draft.expiresOn, changedAt: at, moment: at };
  for (const event of decide(task, command, facts)) {
    await record(acting, key, task, { event, told: { id: chance.id(), saidAt: null, at } });
  }
  const [row] = await listStatusRows(db, key);
  if (row === undefined) throw new Refusal('no-such-record');
  return toStatus(row);
}

const WATCHERS_OF_RETURNS = ['office', 'supervisor'] as const;

/** Who sent the demand back: for office and supervisor, and never for somebody of the unit that issued it. */
export async function readReturnPersons(acting: Acting, id: string): Promise<ReturnPerson[]> {
  const { db, actor } = acting;
  const demand = await findDemand(db, { county: actor.county, id });
  if (demand === undefined || !(await isVisible(db, actor, id))) throw new Refusal('no-such-record');
  if (actor.posts.some(({ unit }) => unit === demand.draft.issuer)) throw new Refusal('not-allowed');
  if (!WATCHERS_OF_RETURNS.some((role) => holdsRole(actor, role))) {
    await useGlass(acting, { demand: id, purpose: 'see-return-persons', deed: 'saw-return-persons' });
  }
  return listReturnPersons(db, actor.county, id);
}

/** Notes that the order came to the bearer by another road as well; nothing when the unit does not bear it. */
export async function noteRegistration(acting: Acting, key: TaskKey, registration: string): Promise<void> {
  const { db, clock, chance } = acting;
  if (!(await lockBearer(db, key))) return;
  const event: BearerEvent = { type: 'order-registered', registration };
  const told = { id: chance.id(), saidAt: null, at: clock.now().toISOString() };
  await record(acting, key, await readBearerTask(db, key), { event, told });
}
