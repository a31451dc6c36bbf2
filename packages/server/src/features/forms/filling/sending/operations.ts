import { Refusal, type DeepReadonly, type forms, type inbox } from '@qingzhuang/contract';
import { dayInChina } from '../../../../platform/clock.ts';
import type { Acting } from '../../../../platform/context.ts';
import { assertNoIdentityNumber } from '../../../../platform/identity-numbers.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import { tallyOf, type Tally } from '../../reuse/reuse.ts';
import { confirmCell } from '../edit.ts';
import { laidOver, type FilledRow } from '../fill.ts';
import {
  approvesFor,
  assertMaySeeFill,
  dayDone,
  fillsFor,
  handedIn,
  isAlive,
  isHandedIn,
  isOpen,
  needsApproval,
  openContent,
  openFill,
  progressIn,
  sealContent,
  seenOf,
  standingView,
  type OpenFill,
} from '../operations.ts';
import { appendFillEvents, listHappened, saveStanding, type FillKey, type FillStanding } from '../store.ts';
import { tellCounty, type NotTaken } from './facts/operations.ts';

/** Answers a demand in the name of a bearer, whoever does it: the form says who may. */
export type AnswerFor = (
  acting: Acting,
  answer: {
    readonly unit: string;
    readonly demand: string;
    readonly event: string;
    readonly saidAt?: string;
    readonly answer: DeepReadonly<inbox.Answer>;
  },
) => Promise<void>;

export interface SendingTools {
  readonly seals: Seals;
  readonly answerFor: AnswerFor;
}

type Standing = DeepReadonly<forms.FillStanding>;

/** Which form, and what an offline client says about when. */
export interface FillDeed {
  readonly unit: string;
  readonly demand: string;
  readonly event: string;
  readonly saidAt?: string;
}

/** Hands a form in: to the town where it wants to see it first, and otherwise as the answer to the demand. */
export async function submitFill(
  acting: Acting,
  { seen, ...deed }: FillDeed & { readonly seen?: string },
  tools: SendingTools,
): Promise<Standing> {
  assertFills(acting, deed);
  return once(acting, deed, tools, async (fill) => {
    const day = dayDone(acting.clock, deed.saidAt);
    if (!isOpen(fill, day)) throw new Refusal('wrong-state');
    // Somebody would confirm what he has not seen.
    if (seen !== undefined && seen !== seenOf(tools.seals, fill)) throw new Refusal('stale');
    assertFaultless(fill);
    const rows = fill.rows.map((row) => confirmed(row, day));
    const tally = tallyOf(fill.asked, rows);
    const content = sealContent(tools.seals, fill.key, rows);
    const submittedAt = acting.clock.now().toISOString();
    const change = { submittedAt, words: null };
    if (needsApproval(fill)) {
      const waiting = { state: 'awaiting-approval' as const, pendingContent: content, pendingTally: tally };
      return { type: 'form-submitted', change: { ...change, ...waiting } };
    }
    const notTaken = await send(acting, deed, { ...fill, rows }, { ...tools, tally });
    const sent = { state: 'sent' as const, sentAt: submittedAt, content, tally };
    return { type: 'form-sent', change: { ...change, ...sent }, notTaken };
  });
}

const NOTHING_PENDING = { pendingContent: null, pendingTally: null };

/** Opens a form again that was sent or produced: its bearer has found something wrong. */
export async function reopenFill(
  acting: Acting,
  { words = null, ...deed }: FillDeed & { readonly words?: string | null },
  tools: SendingTools,
): Promise<Standing> {
  assertFills(acting, deed);
  assertNoIdentityNumber(words ?? '', '/words');
  return once(acting, deed, tools, (fill) => {
    if (!isHandedIn(fill.standing) || !isAlive(fill.head, acting.clock.today())) throw new Refusal('wrong-state');
    return { type: 'form-reopened', change: { state: 'reopened' as const, words, ...NOTHING_PENDING } };
  });
}

/** The town has looked through it: it is sent. */
export async function approveFill(acting: Acting, deed: FillDeed, tools: SendingTools): Promise<Standing> {
  assertApproves(acting, deed);
  return once(acting, deed, tools, async (fill) => {
    const { standing } = fill;
    if (standing.state !== 'awaiting-approval') throw new Refusal('wrong-state');
    const { pendingContent: content, pendingTally } = standing;
    const tally = pendingTally ?? tallyOf(fill.asked, fill.rows);
    const notTaken = await send(acting, deed, fill, { ...tools, tally });
    const sentAt = acting.clock.now().toISOString();
    const sent = { state: 'sent' as const, sentAt, content, tally };
    return { type: 'form-approved', change: { ...sent, ...NOTHING_PENDING }, notTaken };
  });
}

/** The town wants something corrected. */
export async function sendBackFill(
  acting: Acting,
  { words, ...deed }: FillDeed & { readonly words: string },
  tools: SendingTools,
): Promise<Standing> {
  assertApproves(acting, deed);
  assertNoIdentityNumber(words, '/words');
  return once(acting, deed, tools, (fill) => {
    if (fill.standing.state !== 'awaiting-approval') throw new Refusal('wrong-state');
    return { type: 'form-sent-back', change: { state: 'sent-back' as const, words, ...NOTHING_PENDING } };
  });
}

function assertFills({ actor }: Acting, { unit }: FillDeed): void {
  assertMaySeeFill(actor, unit);
  if (!fillsFor(actor, unit)) throw new Refusal('not-allowed');
}

function assertApproves({ actor }: Acting, { unit }: FillDeed): void {
  assertMaySeeFill(actor, unit);
  if (!approvesFor(actor, unit)) throw new Refusal('not-allowed');
}

interface Happening {
  readonly type: string;
  readonly change: Partial<Omit<FillStanding, 'version'>>;
  readonly notTaken?: readonly NotTaken[];
}

/** Does it once for an event, on the form as it is when nobody else changes it. */
async function once(
  acting: Acting,
  { unit, demand, event, saidAt }: FillDeed,
  { seals }: SendingTools,
  decide: (fill: OpenFill) => Happening | Promise<Happening>,
): Promise<Standing> {
  const { db, actor, clock } = acting;
  const fill = await openFill(acting, seals, { demand, unit }, { locked: true });
  const { key, standing } = fill;
  const before = (await listHappened(db, key.county, [event])).get(event);
  if (before !== undefined) {
    if (before.demand !== demand || before.unit !== unit) throw new Refusal('key-reused');
    const { notTaken = [] } = before.data as { readonly notTaken?: readonly NotTaken[] };
    return view(key, standing, fill, notTaken);
  }
  const { type, change, notTaken = [] } = await decide(fill);
  const after = { ...standing, ...change, version: standing.version + 1 };
  const words = change.words ?? null;
  await saveStanding(db, key, { ...change, version: after.version });
  await appendFillEvents(
    db,
    key,
    [{ id: event, type, data: { ...(words !== null && { words }), notTaken }, content: null, saidAt: saidAt ?? null }],
    { person: actor.person, at: clock.now().toISOString() },
  );
  const content = handedIn(after);
  const rows = content === null ? fill.rows : openContent(seals, key, content);
  return view(key, after, { rows, faults: fill.faults }, notTaken);
}

function view(
  { demand, unit }: FillKey,
  standing: FillStanding,
  fill: Pick<OpenFill, 'rows' | 'faults'>,
  notTaken: readonly NotTaken[],
): Standing {
  const view = { demand, unit, ...standingView(standing), progress: progressIn(fill) };
  return notTaken.length === 0 ? view : { ...view, notTaken };
}

const MOST_NAMED = 50;

function assertFaultless({ rows, asked, faults }: OpenFill): void {
  const fields = new Map(asked.map(({ form, fields: all }) => [form, all]));
  const errors = rows
    .filter(({ removed }) => removed === null)
    .flatMap(({ row, form, cells }) =>
      cells.flatMap(({ conflict }, place) => {
        const key = fields.get(form)?.[place]?.key ?? '';
        const fault = faults.get(`${row} ${key}`);
        const wrong = fault?.isWrong === true ? fault.says : null;
        const detail = wrong ?? (conflict === null ? null : `另一位经办写的是“${conflict}”，请定一个`);
        return detail === null ? [] : [{ pointer: `/rows/${row}/${key}`, detail }];
      }),
    );
  if (errors.length > 0) throw new Refusal('invalid-input', { errors: errors.slice(0, MOST_NAMED) });
}

/** What nobody has changed was looked at. */
function confirmed(row: FilledRow, day: string): FilledRow {
  if (row.removed !== null) return row;
  return {
    ...row,
    cells: row.cells.map((cell) => {
      const touched = confirmCell(cell, day);
      return touched === undefined ? cell : laidOver(cell, touched);
    }),
  };
}

interface Sending extends SendingTools {
  readonly tally: Tally;
}

/** Answers the demand, and lets the county know what the form says; gives what it did not take. */
async function send(
  acting: Acting,
  { event, saidAt }: FillDeed,
  fill: OpenFill,
  { seals, answerFor, tally }: Sending,
): Promise<readonly NotTaken[]> {
  const { demand, unit } = fill.key;
  const answer = answerOf(fill, tally);
  await answerFor(acting, { unit, demand, event, answer, ...(saidAt !== undefined && { saidAt }) });
  const { submittedAt, state } = fill.standing;
  const isApproved = state === 'awaiting-approval' && submittedAt !== null;
  // Weeks may pass until the town looks: what was handed in is as old as it is.
  const day = isApproved ? dayInChina(new Date(submittedAt)) : dayDone(acting.clock, saidAt);
  return tellCounty(acting, seals, fill, day);
}

/** What the issuer reads beside the workbook. */
function answerOf({ rows }: Pick<OpenFill, 'rows'>, tally: Tally): DeepReadonly<inbox.Answer> {
  const count = rows.filter(({ removed }) => removed === null).length;
  const typed = tally.cells - tally.prefilled;
  return {
    text: `附表已填好：${count} 行，核对 ${tally.prefilled - tally.wrong} 格，更正 ${tally.wrong} 格，自填 ${typed} 格。`,
    files: [],
    unchanged: tally.wrong === 0 && typed === 0,
    form: true,
  };
}
