import { Refusal, type DeepReadonly, type forms } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import { confirmCell, writeCell } from '../edit.ts';
import { blankCell, cellKey, laidOver, type FilledRow, type RemovalReason, type TouchedCell } from '../fill.ts';
import {
  assertMaySeeFill,
  dayDone,
  faultsOn,
  fillsFor,
  isOpen,
  openFill,
  placeOfCell,
  placeOfRemoval,
  removalSays,
  sealRow,
  seenOfRow,
  type OnlyThese,
  type OpenedRow,
  type OpenFill,
} from '../operations.ts';
import { showCell } from '../page.ts';
import { appendFillEvents, listHappened, saveRows, saveStanding, type FillEvent } from '../store.ts';

type Edit = DeepReadonly<forms.FillEdit>;
type Outcome = DeepReadonly<forms.EditOutcome>;

export interface Edits {
  readonly unit: string;
  readonly demand: string;
  readonly edits: readonly Edit[];
}

/** Does what a clerk has done, in its order; whoever edits the same form at the same time takes turns with him. */
export async function editFill(
  acting: Acting,
  seals: Seals,
  { unit, demand, edits }: Edits,
): Promise<{
  readonly version: number;
  readonly outcomes: readonly Outcome[];
}> {
  const { db, actor, clock } = acting;
  assertMaySeeFill(actor, unit);
  if (!fillsFor(actor, unit)) throw new Refusal('not-allowed');
  const fill = await openFill(acting, seals, { demand, unit }, { locked: true, only: namedIn(edits) });
  const happened = await findRepeated(acting, fill, edits);
  const fresh = [...new Map(edits.map((edit) => [edit.event, edit])).values()].filter(
    ({ event }) => !happened.has(event),
  );
  // As the form is sent: what was done in time counts although it arrives later.
  if (!fresh.every(({ saidAt }) => isOpen(fill, dayDone(clock, saidAt)))) throw new Refusal('wrong-state');
  const desk = createDesk(fill, { seals, dayOf: ({ saidAt }) => dayDone(clock, saidAt) });
  const done = new Map(fresh.map((edit) => [edit.event, desk.take(edit)]));
  const at = clock.now().toISOString();
  const version = fill.standing.version + Number(fresh.length > 0);
  await Promise.all([
    saveRows(
      db,
      fill.key,
      [...desk.touched()].map((row) => sealRow(seals, fill.key, row)),
    ),
    appendFillEvents(db, fill.key, eventsOf(seals, fill, fresh, done), { person: actor.person, at }),
    saveStanding(db, fill.key, { version }),
  ]);
  const rows = desk.rows();
  const after = { rows, faults: faultsOn(clock, fill.asked, rows) };
  return {
    version,
    outcomes: edits.map((edit) => {
      const outcome = done.get(edit.event) ?? happened.get(edit.event) ?? 'done';
      return { event: edit.event, outcome, ...cellOf(edit, { ...fill, ...after }) };
    }),
  };
}

/** What has to be read for these edits; all fields where whole rows are confirmed. */
function namedIn(edits: readonly Edit[]): OnlyThese {
  const rows = new Set(edits.flatMap((edit) => (edit.do === 'confirm' ? edit.rows : [edit.row])));
  if (edits.some((edit) => edit.do === 'confirm')) return { rows };
  return { rows, fields: new Set(edits.flatMap((edit) => (edit.do === 'write' ? [edit.field] : []))) };
}

async function findRepeated(
  { db }: Acting,
  { key }: OpenFill,
  edits: readonly Edit[],
): Promise<ReadonlyMap<string, Outcome['outcome']>> {
  const happened = await listHappened(
    db,
    key.county,
    edits.map(({ event }) => event),
  );
  return new Map(
    [...happened].map(([event, { demand, unit, data }]) => {
      if (demand !== key.demand || unit !== key.unit) throw new Refusal('key-reused');
      return [event, (data as { readonly outcome?: Outcome['outcome'] }).outcome ?? 'done'];
    }),
  );
}

function cellOf(edit: Edit, fill: OpenFill): Pick<Outcome, 'cell'> {
  if (edit.do !== 'write') return {};
  const row = fill.rows.find((one) => one.row === edit.row);
  const cell = row?.cells[placeIn(fill, row, edit.field)];
  return cell === undefined ? {} : { cell: showCell(cell, fill.faults.get(cellKey(edit.row, edit.field))) };
}

function placeIn({ asked }: Pick<OpenFill, 'asked'>, { form }: FilledRow, field: string): number {
  return asked.find((one) => one.form === form)?.fields.findIndex(({ key }) => key === field) ?? -1;
}

/** The form as it lies on the desk while edits are done with it. */
interface Desk {
  take(edit: Edit): Outcome['outcome'];
  rows(): readonly FilledRow[];
  /** The rows with which something was done, as they are to be kept. */
  touched(): Iterable<OpenedRow>;
}

interface DeskTools {
  readonly seals: Seals;
  readonly dayOf: (edit: Edit) => string;
}

function createDesk(fill: OpenFill, { seals, dayOf }: DeskTools): Desk {
  const rows = new Map(fill.rows.map((row) => [row.row, row]));
  const touched = new Map<string, OpenedRow>();

  function keptOf({ row, form, isAdded }: FilledRow): OpenedRow {
    const blank = { row, form, isAdded, reason: null, isRestored: false, words: null, cells: {} };
    return touched.get(row) ?? fill.kept.get(row) ?? blank;
  }

  function put(row: FilledRow, place: number, field: string, cell: TouchedCell): void {
    const before = rows.get(row.row) ?? row;
    const under = before.cells[place];
    if (under === undefined) return;
    rows.set(row.row, { ...before, cells: before.cells.with(place, laidOver(under, cell)) });
    const kept = keptOf(row);
    touched.set(row.row, { ...kept, cells: { ...kept.cells, [field]: cell } });
  }

  function write(edit: Extract<Edit, { readonly do: 'write' }>): Outcome['outcome'] {
    const row = rows.get(edit.row);
    const place = row === undefined ? -1 : placeIn(fill, row, edit.field);
    const cell = row?.cells[place];
    if (row === undefined || cell === undefined || cell.state === 'computed') return 'no-such-place';
    const written = writeCell(cell, edit, dayOf(edit));
    put(row, place, edit.field, written.cell);
    return written.outcome;
  }

  function confirm(edit: Extract<Edit, { readonly do: 'confirm' }>): Outcome['outcome'] {
    const { rows: wanted, seen } = edit;
    const found = wanted.flatMap((row) => rows.get(row) ?? []);
    if (found.length < wanted.length) return 'no-such-place';
    // Somebody would confirm what he has not seen.
    if (seen !== undefined && found.some((row, at) => seen[at] !== seenOfRow(seals, fill.key, row))) return 'conflict';
    for (const row of found) {
      for (const [place, cell] of row.cells.entries()) {
        const confirmed = confirmCell(cell, dayOf(edit));
        const field = fill.asked.find(({ form }) => form === row.form)?.fields[place]?.key;
        if (confirmed !== undefined && field !== undefined) put(row, place, field, confirmed);
      }
    }
    return 'done';
  }

  function addRow({ row, form }: Extract<Edit, { readonly do: 'add-row' }>): Outcome['outcome'] {
    const asked = fill.asked.find((one) => one.form === form);
    if (asked === undefined || asked.population.rows === 'unit') return 'no-such-place';
    if (rows.has(row)) return 'done';
    const cells = asked.fields.map(blankCell);
    const added = { row, form, subject: null, name: null, isAdded: true, removed: null, cells };
    rows.set(row, added);
    touched.set(row, keptOf(added));
    return 'done';
  }

  function strike(name: string, reason: RemovalReason | null, said?: string): Outcome['outcome'] {
    const row = rows.get(name);
    if (row === undefined) return 'no-such-place';
    const words = sealWords(seals, fill.key, { row: name, ...(said !== undefined && { words: said }) });
    const before = keptOf(row);
    const isRestored = reason === null && (before.isRestored || before.reason !== null);
    const kept = { ...before, reason, isRestored, words };
    rows.set(name, { ...row, removed: removalSays(seals, fill.key, kept) });
    touched.set(name, kept);
    return 'done';
  }

  return {
    take(edit) {
      switch (edit.do) {
        case 'write':
          return write(edit);
        case 'confirm':
          return confirm(edit);
        case 'add-row':
          return addRow(edit);
        case 'remove-row':
          return strike(edit.row, edit.reason, edit.words);
        case 'restore-row':
          return strike(edit.row, null);
      }
    },
    rows: () => [...rows.values()],
    touched: () => touched.values(),
  };
}

/** What was written is sealed; everything else about an edit may be read. */
function eventsOf(
  seals: Seals,
  { key }: OpenFill,
  edits: readonly Edit[],
  done: ReadonlyMap<string, Outcome['outcome']>,
): FillEvent[] {
  return edits.map((edit) => {
    const { event: id, saidAt = null, do: what } = edit;
    const outcome = done.get(id);
    if (edit.do !== 'write') {
      const content = edit.do === 'remove-row' ? sealWords(seals, key, edit) : null;
      return { id, type: EVENTS[what], data: { ...placeOf(edit), outcome }, content, saidAt };
    }
    const { row, field, value, base } = edit;
    const content = seals.seal(Buffer.from(JSON.stringify({ value, base })), placeOfCell(key, row, field));
    return { id, type: EVENTS[what], data: { row, field, outcome }, content, saidAt };
  });
}

/** Clerks call people by name and number in them. */
function sealWords(
  seals: Seals,
  key: OpenFill['key'],
  { row, words }: { readonly row: string; readonly words?: string },
): Buffer | null {
  return words === undefined ? null : seals.seal(Buffer.from(words), placeOfRemoval(key, row));
}

/** What an edit that writes nothing is about. */
function placeOf(edit: Exclude<Edit, { readonly do: 'write' }>): object {
  switch (edit.do) {
    case 'confirm':
      return { rows: edit.rows };
    case 'add-row':
      return { row: edit.row, form: edit.form };
    case 'remove-row':
      return { row: edit.row, reason: edit.reason };
    case 'restore-row':
      return { row: edit.row };
  }
}

const EVENTS: Readonly<Record<Edit['do'], string>> = {
  write: 'cell-written',
  confirm: 'rows-confirmed',
  'add-row': 'row-added',
  'remove-row': 'row-removed',
  'restore-row': 'row-restored',
};
