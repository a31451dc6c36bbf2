import { isBelow, isCountyBlock, Refusal, type forms } from '@qingzhuang/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { dayInChina, type Clock } from '../../../platform/clock.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { askedForms } from '../assessment/operations.ts';
import { CODE_ELEMENTS, listElements, logLookUp } from '../../catalogue/index.ts';
import { byKey, findHoldings, type ElementsByKey } from '../holdings/operations.ts';
import { findLayout, type KeptLayout } from '../layout/store.ts';
import { progressOf, type Progress } from './edit.ts';
import { countWrong, findFaults, type Faults } from './faults.ts';
import {
  cellKey,
  layOutRows,
  NO_HOLDINGS,
  type AskedForm,
  type FilledRow,
  type RemovalReason,
  type Touched,
  type TouchedCell,
} from './fill.ts';
import {
  findHead,
  findStanding,
  listKeptNames,
  listKeptRows,
  lockStanding,
  type DemandHead,
  type FillKey,
  type FillStanding,
  type KeptRow,
} from './store.ts';
import { isVillage } from './write-back.ts';

/** A form of one bearer, laid out. */
export interface OpenFill {
  readonly key: FillKey;
  readonly head: DemandHead;
  readonly layout: KeptLayout;
  readonly standing: FillStanding;
  readonly elements: ElementsByKey;
  readonly asked: readonly AskedForm[];
  readonly rows: readonly FilledRow[];
  readonly faults: Faults;
  /** What clerks did with rows, by row. */
  readonly kept: ReadonlyMap<string, OpenedRow>;
}

/** A row with which somebody has done something, its cells by field. */
export interface OpenedRow extends Omit<KeptRow, 'cells'> {
  readonly cells: Readonly<Record<string, TouchedCell>>;
}

const FILLERS = ['bearer-clerk', 'unit-lead'] as const;

/** Rows hold people: only clerks and leads of the unit and of the town above it see them; others are told of nothing. */
export function assertMaySeeFill(actor: Actor, unit: string): void {
  if (seesFor(actor, unit) === undefined) throw new Refusal('no-such-record');
}

/** The unit in whose name the actor sees the forms of another: that unit itself, or its town. The county sees none. */
function seesFor({ posts }: Actor, unit: string): string | undefined {
  const seeing = posts.filter(isFiller).map((post) => post.unit);
  if (seeing.includes(unit)) return unit;
  return seeing.find((above) => !isCountyBlock(above) && isBelow(unit, above));
}

function isFiller({ role }: Actor['posts'][number]): boolean {
  return (FILLERS as readonly string[]).includes(role);
}

/** Whether the actor fills in forms in the name of this unit. */
export function fillsFor({ posts }: Actor, unit: string): boolean {
  return posts.some((post) => isFiller(post) && post.unit === unit);
}

/** Whether the actor looks through the forms of this village, for its town. */
export function approvesFor({ posts }: Actor, unit: string): boolean {
  return posts.some((post) => isFiller(post) && !isCountyBlock(post.unit) && isBelow(unit, post.unit));
}

export interface Opening {
  /** It is about to be changed: whoever comes second waits. Its rows were shown and noted before. */
  readonly locked?: boolean;
  readonly only?: OnlyThese;
}

/** Nothing else is read, and nothing is looked for that is wrong in several rows together. */
export interface OnlyThese {
  /** All of them without it. */
  readonly fields?: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
}

type Which = Pick<FillKey, 'demand' | 'unit'>;

/** The form of a bearer, with what the county holds now; as it was handed in, where it has been. */
export async function openFill(
  acting: Acting,
  seals: Seals,
  which: Which,
  { locked = false, only }: Opening = {},
): Promise<OpenFill> {
  const unlaid = await openHead(acting, which, locked);
  const { asked: all } = unlaid;
  const fields = only?.fields;
  const asked = fields === undefined ? all : all.map((form) => withOnly(form, fields));
  const laid = await rowsOf(acting, seals, { ...unlaid, asked }, { locked, ...(only !== undefined && { only }) });
  // Whoever edits looks for them once he is done.
  const faults: Faults = locked && only !== undefined ? new Map() : faultsOn(acting.clock, asked, laid.rows);
  return { ...unlaid, asked, ...laid, faults };
}

type Laid = Pick<OpenFill, 'rows' | 'kept'>;
type Unlaid = Omit<OpenFill, keyof Laid | 'faults'>;

/** All of a form but its rows. */
async function openHead(acting: Acting, { demand, unit }: Which, locked: boolean): Promise<Unlaid> {
  const { db, actor } = acting;
  const key = { county: actor.county, demand, unit };
  const [head, layout, elements] = await Promise.all([
    findHead(db, key),
    findLayout(db, key),
    listElements(db, key.county),
  ]);
  if (head === undefined || layout === undefined) throw new Refusal('no-such-record');
  const standing = await (locked ? lockStanding(db, key) : findStanding(db, key));
  return { key, head, layout, standing, elements: byKey(elements), asked: askedForms(layout) };
}

function withOnly(form: AskedForm, only: ReadonlySet<string>): AskedForm {
  return { ...form, fields: form.fields.filter(({ key }) => only.has(key)) };
}

async function rowsOf(acting: Acting, seals: Seals, opened: Unlaid, { locked, only }: Opening): Promise<Laid> {
  const { key, standing } = opened;
  const content = handedIn(standing);
  if (content !== null) {
    // Edits of it are refused, whatever it holds.
    const isEdited = locked === true && only !== undefined;
    const all = isEdited ? [] : openContent(seals, key, content);
    const rows = only === undefined ? all : all.filter(({ row }) => only.rows.has(row));
    if (locked !== true) await logReading(acting, opened, rows.length);
    return { rows, kept: new Map() };
  }
  const kept = (await listKeptRows(acting.db, key, only?.rows)).map((row) => openRow(seals, key, row));
  const rows = await layOut(acting, seals, opened, {
    touched: touchedBy(seals, key, kept),
    ...(only !== undefined && { only: only.rows }),
    unshown: locked === true,
  });
  return { rows, kept: new Map(kept.map((row) => [row.row, row])) };
}

interface Laying {
  readonly touched: Touched;
  readonly only?: ReadonlySet<string>;
  readonly unshown: boolean;
}

/** The rows as the facts give them now, and what clerks did with them. */
async function layOut(
  acting: Acting,
  seals: Seals,
  { key, head, asked, elements }: Unlaid,
  { touched, only, unshown }: Laying,
): Promise<readonly FilledRow[]> {
  const { demand, unit } = key;
  const by = seesFor(acting.actor, unit) ?? unit;
  const named = only && subjectsIn(only);
  const held = await findHoldings(acting, seals, {
    asked: named === undefined ? asked : asked.filter(({ form }) => named.forms.has(form)),
    ...{ units: [unit], by, receiver: head.issuer, demand, purpose: `预填报表：${head.title}` },
    also: touched.rows.filter(({ reason, isRestored }) => reason !== null || isRestored).flatMap(subjectOf),
    ...(named !== undefined && { only: named.subjects }),
    ...(unshown && { unshown: true as const }),
  });
  const filling = { elements, today: acting.clock.today() };
  const rows = layOutRows(asked, held.get(unit) ?? NO_HOLDINGS, touched, filling);
  return only === undefined ? rows : rows.filter(({ row }) => only.has(row));
}

/** Rows that follow from the facts are called by their form and subject. */
function subjectsIn(rows: ReadonlySet<string>): { readonly forms: ReadonlySet<number>; readonly subjects: number[] } {
  const parts = [...rows].map((row) => /^(?<form>\d+)\.(?:unit|\d+)$/u.exec(row)?.groups?.['form']);
  const forms = new Set(parts.flatMap((form) => (form === undefined ? [] : [Number(form)])));
  return { forms, subjects: [...rows].flatMap((row) => subjectOf({ row })) };
}

function subjectOf({ row }: { readonly row: string }): number[] {
  const subject = /^\d+\.(\d+)$/u.exec(row)?.[1];
  return subject === undefined ? [] : [Number(subject)];
}

/** What the rows are called, in their order; of values only those are read by which the rows are picked. */
export async function listRowNames(acting: Acting, seals: Seals, which: Which): Promise<readonly string[]> {
  const opened = await openHead(acting, which, false);
  const { key, asked, standing } = opened;
  const content = handedIn(standing);
  if (content !== null) return openContent(seals, key, content).map(({ row }) => row);
  const touched = touchedBy(
    seals,
    key,
    (await listKeptNames(acting.db, key)).map((row) => openRow(seals, key, row)),
  );
  const nameless = { ...opened, asked: asked.map((form) => ({ ...form, fields: [] })) };
  return (await layOut(acting, seals, nameless, { touched, unshown: true })).map(({ row }) => row);
}

/** Stands for all that the system brings, whatever clerks did with it; empty once the form is handed in. */
export function seenOf(seals: Seals, { key, standing, rows }: Pick<OpenFill, 'key' | 'standing' | 'rows'>): string {
  return isHandedIn(standing) ? '' : digestOf(seals, key, rows.flatMap(broughtBy));
}

/** The same of one row; empty where the system brings nothing. */
export function seenOfRow(seals: Seals, key: FillKey, row: FilledRow): string {
  const brought = broughtBy(row);
  return brought.length === 0 ? '' : digestOf(seals, key, brought).slice(0, ROW_SIGNS);
}

/** 72 bits: two contents of a row are never taken for one. */
const ROW_SIGNS = 12;

function broughtBy({ row, isAdded, brought }: FilledRow): [string, ...string[]][] {
  return isAdded || brought === undefined ? [] : [[row, ...brought]];
}

function digestOf(seals: Seals, key: FillKey, brought: readonly (readonly string[])[]): string {
  return seals.digest(JSON.stringify(brought), placeOfContent(key)).toString('base64url');
}

/** What was handed in holds people as well: whoever reads it is noted. */
async function logReading(acting: Acting, { key, head, asked, elements }: Unlaid, subjects: number): Promise<void> {
  const keys = new Set(asked.flatMap(({ fields }) => fields.flatMap(({ element }) => element ?? [])));
  await logLookUp(acting, {
    ...{ by: seesFor(acting.actor, key.unit) ?? key.unit, unit: key.unit, demand: key.demand, subjects },
    elements: [...keys].filter((element) => (elements.get(element)?.personal ?? 'none') !== 'none'),
    purpose: `查看报表：${head.title}`,
  });
}

/** What was handed in stays as it was then, whatever becomes of the facts. */
export function isHandedIn({ state }: Pick<FillStanding, 'state'>): boolean {
  return state === 'sent' || state === 'produced' || state === 'awaiting-approval';
}

/** What was handed in, sealed: what waits for the town, or else what the issuer has; null while it is being filled in. */
export function handedIn(standing: FillStanding): Buffer | null {
  if (!isHandedIn(standing)) return null;
  return standing.state === 'awaiting-approval' ? standing.pendingContent : standing.content;
}

export function sealContent(seals: Seals, key: FillKey, rows: readonly FilledRow[]): Buffer {
  const kept = rows.map((row) => ({ ...row, brought: undefined }));
  return seals.seal(Buffer.from(JSON.stringify(kept)), placeOfContent(key));
}

export function openContent(seals: Seals, key: FillKey, content: Buffer): readonly FilledRow[] {
  // Only `sealContent` writes it.
  return JSON.parse(seals.unseal(content, placeOfContent(key)).toString()) as FilledRow[];
}

function placeOfContent({ county, demand, unit }: FillKey): string {
  return `form-fill ${county} ${demand} ${unit}`;
}

/** As it is kept: what clerks did with the cells is sealed for its row. */
export function sealRow(seals: Seals, key: FillKey, { cells, ...row }: OpenedRow): KeptRow {
  const isBlank = Object.keys(cells).length === 0;
  const content = isBlank ? null : seals.seal(Buffer.from(JSON.stringify(cells)), placeOfCells(key, row.row));
  return { ...row, cells: content };
}

function openRow(seals: Seals, key: FillKey, { cells, ...row }: KeptRow): OpenedRow {
  // Only `sealRow` writes them.
  const opened =
    cells === null ? {} : (JSON.parse(seals.unseal(cells, placeOfCells(key, row.row)).toString()) as object);
  return { ...row, cells: opened as OpenedRow['cells'] };
}

function touchedBy(seals: Seals, key: FillKey, kept: readonly OpenedRow[]): Touched {
  return {
    rows: kept.map((row) => ({ ...row, removed: removalSays(seals, key, row) })),
    cells: new Map(
      kept.flatMap(({ row, cells }) =>
        Object.entries(cells).map(([field, cell]) => [cellKey(row, field), cell] as const),
      ),
    ),
  };
}

function placeOfCells({ county, demand, unit }: FillKey, row: string): string {
  return `form-cells ${county} ${demand} ${unit} ${row}`;
}

export function placeOfCell({ county, demand, unit }: FillKey, row: string, field: string): string {
  return `form-cell ${county} ${demand} ${unit} ${row} ${field}`;
}

export function placeOfRemoval({ county, demand, unit }: FillKey, row: string): string {
  return `form-row ${county} ${demand} ${unit} ${row}`;
}

const REASONS: Readonly<Record<RemovalReason, string>> = {
  'not-asked': '不属于本表',
  moved: '已迁走',
  died: '已去世',
  'not-ours': '不是本单位的',
  'listed-twice': '重复列出',
  'added-by-mistake': '误加',
  other: '其他原因',
};

/** Why a row was struck out, as people read it; null where it was not. */
export function removalSays(
  seals: Seals,
  key: FillKey,
  { row, reason, words }: Pick<KeptRow, 'row' | 'reason' | 'words'>,
): string | null {
  if (reason === null) return null;
  return words === null ? REASONS[reason] : seals.unseal(words, placeOfRemoval(key, row)).toString();
}

/** What is wrong today with what clerks have written. */
export function faultsOn(clock: Clock, asked: readonly AskedForm[], rows: readonly FilledRow[]): Faults {
  return findFaults(asked, rows, { today: clock.today(), codes: CODES });
}

const CODES: ReadonlySet<string | null> = new Set(Object.values(CODE_ELEMENTS).flat());

/** A week without a signal is long even in the mountains. */
const LONGEST_OFFLINE_DAYS = 7;
const DAY_MS = 86_400_000;

/** The day on which it was done, `YYYY-MM-DD`: what was done in time counts although it arrives later. */
export function dayDone(clock: Clock, saidAt: string | undefined): string {
  const said = saidAt === undefined ? undefined : Date.parse(saidAt);
  const now = clock.now().getTime();
  const isLikely = said !== undefined && said <= now && said >= now - LONGEST_OFFLINE_DAYS * DAY_MS;
  return isLikely ? dayInChina(new Date(said)) : clock.today();
}

export function progressIn({ rows, faults }: Pick<OpenFill, 'rows' | 'faults'>): Progress {
  return progressOf(rows, countWrong(faults));
}

/** While the demand obliges somebody, and what was handed in is not with somebody else. */
export function isOpen({ standing, head }: OpenFill, today: string): boolean {
  return isAlive(head, today) && !isHandedIn(standing);
}

export function isAlive({ state, expiresOn }: DemandHead, today: string): boolean {
  return (state === 'admitted' || state === 'running') && expiresOn >= today;
}

/** Whether the town looks through it before it is sent: that of a village, where the drafter wants it. */
export function needsApproval({ layout, key }: Pick<OpenFill, 'layout' | 'key'>): boolean {
  return layout.needsApproval && isVillage(key.unit);
}

/** What has become of it, without its rows. */
export function standingView({
  state,
  version,
  words,
  sentAt,
}: FillStanding): Pick<forms.FillStanding, 'state' | 'version' | 'words' | 'sentOn'> {
  return { state, version, words, sentOn: sentAt === null ? null : dayInChina(new Date(sentAt)) };
}
