import type { DeepReadonly, forms, Page } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Acting } from '../../../../platform/context.ts';
import { readCursor, toPage } from '../../../../platform/cursor.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import type { ElementsByKey } from '../../holdings/operations.ts';
import { populationSays } from '../../layout/population.ts';
import type { KeptLayout } from '../../layout/store.ts';
import { EMPTY_TALLY, roundMinutes, tallyOf } from '../../reuse/reuse.ts';
import { countWrong } from '../faults.ts';
import type { AskedForm } from '../fill.ts';
import {
  approvesFor,
  assertMaySeeFill,
  fillsFor,
  isAlive,
  isHandedIn,
  isOpen,
  listRowNames,
  needsApproval,
  openFill,
  progressIn,
  seenOf,
  seenOfRow,
  standingView,
  type OpenFill,
} from '../operations.ts';
import { showField, showRows, type RowPage } from '../page.ts';

const ROWS_A_PAGE = 500;
/** The row after which a page begins, and where it stood: rows come and go meanwhile. */
const Place = z.tuple([z.string(), z.int().min(0)]);

interface Which {
  readonly unit: string;
  readonly demand: string;
}

/** All that is to be known of a form, with its first rows: a page that may then go without the network. */
export async function readFill(
  acting: Acting,
  seals: Seals,
  { unit, demand }: Which,
): Promise<DeepReadonly<forms.Fill>> {
  assertMaySeeFill(acting.actor, unit);
  const fill = await openFill(acting, seals, { demand, unit });
  const { head, layout, standing, asked, rows, elements } = fill;
  const { minutesWithout, minutesWith } = rows.length === 0 ? EMPTY_TALLY : tallyOf(asked, rows);
  const names = rows.map(({ row }) => row);
  const { next } = pageOf(names, 0);
  return {
    ...{ demand, unit, unitName: head.unitName, ask: head.ask, title: head.title, issuerName: head.issuerName },
    ...{ dueAt: head.dueAt, usedUntil: layout.usedUntil, needsApproval: needsApproval(fill) },
    ...standingView(standing),
    ...{ minutesBefore: roundMinutes(minutesWithout), minutesNow: roundMinutes(minutesWith) },
    ...{ progress: progressIn(fill), next, seen: seenOf(seals, fill) },
    ...showPart(seals, { ...fill, rows: rows.slice(0, ROWS_A_PAGE) }),
    forms: formsView(layout, asked, elements),
    ...mayDo(acting, fill),
  };
}

/**
 * The rows that follow: only they are read. What is wrong in several rows together, a number that stands twice, is told
 * where the form is read from its beginning, and when it is sent.
 */
export async function readFillRows(
  acting: Acting,
  seals: Seals,
  { unit, demand, ...page }: Which & { readonly cursor: string },
): Promise<DeepReadonly<forms.FillRows>> {
  assertMaySeeFill(acting.actor, unit);
  const names = await listRowNames(acting, seals, { demand, unit });
  const { items, next } = pageOf(names, placeAfter(names, readCursor(page, Place)));
  const fill = await openFill(acting, seals, { demand, unit }, { only: { rows: new Set(items) } });
  return { ...showPart(seals, fill), next };
}

function pageOf(names: readonly string[], from: number): Page<string> {
  const end = from + ROWS_A_PAGE;
  return toPage(names.slice(from, end + 1), { limit: ROWS_A_PAGE }, (row) => [row, end]);
}

function showPart(seals: Seals, { key, asked, rows, faults }: OpenFill): RowPage {
  return showRows(asked, rows, { faults, seenOf: (row) => seenOfRow(seals, key, row) });
}

function placeAfter(names: readonly string[], place: z.infer<typeof Place> | undefined): number {
  if (place === undefined) return 0;
  const [name, before] = place;
  const found = names.indexOf(name);
  return found === -1 ? before : found + 1;
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
