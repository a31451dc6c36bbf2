import { isBelow, isCountyBlock, Refusal, type DeepReadonly, type forms } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { readCursor, toPage } from '../../../platform/cursor.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { askedForms } from '../assessment/operations.ts';
import { listElements } from '../../catalogue/index.ts';
import { byKey, findHoldings, type ElementsByKey } from '../holdings/operations.ts';
import { populationSays } from '../layout/population.ts';
import { findLayout, type KeptLayout } from '../layout/store.ts';
import { EMPTY_TALLY, tallyOf } from '../reuse/reuse.ts';
import { progressOf, type Progress } from './edit.ts';
import { countWrong, findFaults, type Faults } from './faults.ts';
import {
  cellKey,
  layOutRows,
  NO_HOLDINGS,
  type AskedForm,
  type FilledRow,
  type Touched,
  type TouchedCell,
} from './fill.ts';
import { showField, showRows } from './page.ts';
import {
  findHead,
  findStanding,
  listSealedCells,
  listTouchedRows,
  lockStanding,
  type DemandHead,
  type FillKey,
  type FillStanding,
} from './store.ts';

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
}

const FILLERS = ['bearer-clerk', 'unit-lead'] as const;

/** Rows hold people: only clerks and leads of the unit and of the town above it see them; others are told of nothing. */
export function assertMaySeeFill({ posts }: Actor, unit: string): void {
  const maySee = posts.some((post) => isFiller(post) && (post.unit === unit || isBelow(unit, post.unit)));
  if (!maySee) throw new Refusal('no-such-record');
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
  /** It is about to be changed: whoever comes second waits. */
  readonly locked?: boolean;
  /** Only these fields, of rows that were shown before. */
  readonly only?: ReadonlySet<string>;
}

/** The form of a bearer, with what the county holds now; as it was handed in, where it has been. */
export async function openFill(
  acting: Acting,
  seals: Seals,
  { demand, unit }: Pick<FillKey, 'demand' | 'unit'>,
  { locked = false, only }: Opening = {},
): Promise<OpenFill> {
  const { db, actor } = acting;
  const key = { county: actor.county, demand, unit };
  const [head, layout, elements] = await Promise.all([
    findHead(db, key),
    findLayout(db, key),
    listElements(db, key.county),
  ]);
  if (head === undefined || layout === undefined) throw new Refusal('no-such-record');
  const standing = await (locked ? lockStanding(db, key) : findStanding(db, key));
  const asked = askedForms(layout).map((form) => (only === undefined ? form : withOnly(form, only)));
  const opened = { key, head, layout, standing, elements: byKey(elements), asked };
  const rows = await rowsOf(acting, seals, opened, only !== undefined);
  return { ...opened, rows, faults: findFaults(asked, rows, acting.clock.today()) };
}

type Unlaid = Omit<OpenFill, 'rows' | 'faults'>;

function withOnly(form: AskedForm, only: ReadonlySet<string>): AskedForm {
  return { ...form, fields: form.fields.filter(({ key }) => only.has(key)) };
}

async function rowsOf(acting: Acting, seals: Seals, opened: Unlaid, wereShown: boolean): Promise<readonly FilledRow[]> {
  const { key, standing, asked, elements, head } = opened;
  // Edits of it are refused, whatever it holds.
  if (standing.content !== null && isHandedIn(standing))
    return wereShown ? [] : openContent(seals, key, standing.content);
  const { demand, unit } = key;
  const purpose = `预填报表：${head.title}`;
  const ask = { asked, units: [unit], by: unit, demand, purpose, ...(wereShown && { unshown: true as const }) };
  const [holdings, touched] = await Promise.all([findHoldings(acting, seals, ask), findTouched(acting, seals, key)]);
  return layOutRows(asked, holdings.get(unit) ?? NO_HOLDINGS, touched, { elements, today: acting.clock.today() });
}

/** What was handed in stays as it was then, whatever becomes of the facts. */
export function isHandedIn({ state }: Pick<FillStanding, 'state'>): boolean {
  return state === 'sent' || state === 'produced' || state === 'awaiting-approval';
}

export function sealContent(seals: Seals, key: FillKey, rows: readonly FilledRow[]): Buffer {
  return seals.seal(Buffer.from(JSON.stringify(rows)), placeOfContent(key));
}

export function openContent(seals: Seals, key: FillKey, content: Buffer): readonly FilledRow[] {
  // Only `sealContent` writes it.
  return JSON.parse(seals.unseal(content, placeOfContent(key)).toString()) as FilledRow[];
}

function placeOfContent({ county, demand, unit }: FillKey): string {
  return `form-fill ${county} ${demand} ${unit}`;
}

export function placeOfCell({ county, demand, unit }: FillKey, row: string, field: string): string {
  return `form-cell ${county} ${demand} ${unit} ${row} ${field}`;
}

async function findTouched({ db }: Acting, seals: Seals, key: FillKey): Promise<Touched> {
  const [rows, cells] = await Promise.all([listTouchedRows(db, key), listSealedCells(db, key)]);
  return {
    rows,
    cells: new Map(
      cells.map(({ row, field, content }) => {
        const opened = seals.unseal(content, placeOfCell(key, row, field)).toString();
        // Only `editFill` writes them.
        return [cellKey(row, field), JSON.parse(opened) as TouchedCell];
      }),
    ),
  };
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
  return layout.needsApproval && !key.unit.endsWith('000') && !isCountyBlock(key.unit);
}

const ROWS_A_PAGE = 500;
const Place = z.tuple([z.int().min(0)]);

/** One request for a page that may then go without the network. */
export async function readFill(
  acting: Acting,
  seals: Seals,
  { unit, demand, ...page }: { readonly unit: string; readonly demand: string; readonly cursor?: string },
): Promise<DeepReadonly<forms.Fill>> {
  assertMaySeeFill(acting.actor, unit);
  const fill = await openFill(acting, seals, { demand, unit });
  const { head, layout, standing, asked, rows, faults, elements } = fill;
  const from = readCursor(page, Place)?.[0] ?? 0;
  const { items, next } = toPage(rows.slice(from, from + ROWS_A_PAGE + 1), { limit: ROWS_A_PAGE }, () => [
    from + ROWS_A_PAGE,
  ]);
  const { minutesWithout, minutesWith } = rows.length === 0 ? EMPTY_TALLY : tallyOf(asked, rows);
  return {
    ...{ demand, unit, unitName: head.unitName, ask: head.ask, title: head.title, issuerName: head.issuerName },
    ...{ dueAt: head.dueAt, usedUntil: layout.usedUntil, needsApproval: needsApproval(fill) },
    ...standingView(standing),
    ...{ minutesBefore: minutesWithout, minutesNow: minutesWith, progress: progressIn(fill), next },
    ...showRows(asked, items, faults),
    forms: formsView(layout, asked, elements),
    ...mayDo(acting, fill),
  };
}

/** What has become of it, without its rows. */
export function standingView({
  state,
  version,
  words,
  sentAt,
}: FillStanding): Pick<forms.FillStanding, 'state' | 'version' | 'words' | 'sentOn'> {
  return { state, version, words, sentOn: sentAt === null ? null : dayInChina(sentAt) };
}

const CHINA_MS = 8 * 3_600_000;

function dayInChina(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 10);
}

function formsView(
  layout: KeptLayout,
  asked: readonly AskedForm[],
  elements: ElementsByKey,
): DeepReadonly<forms.FillForm>[] {
  const names = new Map([...elements].map(([element, { name }]) => [element, name]));
  return asked.flatMap(({ form, population, fields }) => {
    const read = layout.forms[form]?.form;
    if (read === undefined) return [];
    return [
      {
        ...{ form, sheet: read.sheet, title: read.title, shape: read.shape },
        populationSays: populationSays(population, names),
        mayAddRows: population.rows !== 'unit',
        fields: fields.map((field) => showField(field, elements)),
      },
    ];
  });
}

type Rights = Pick<forms.Fill, 'mayEdit' | 'maySubmit' | 'mayReopen' | 'mayApprove'>;

/** What the actor may do with it now. */
function mayDo({ actor, clock }: Acting, fill: OpenFill): Rights {
  const { standing, head, key } = fill;
  const [today, isOwn] = [clock.today(), fillsFor(actor, key.unit)];
  const mayEdit = isOwn && isOpen(fill, today);
  return {
    mayEdit,
    maySubmit: mayEdit && countWrong(fill.faults) === 0,
    mayReopen: isOwn && isHandedIn(standing) && isAlive(head, today),
    mayApprove: standing.state === 'awaiting-approval' && approvesFor(actor, key.unit),
  };
}
