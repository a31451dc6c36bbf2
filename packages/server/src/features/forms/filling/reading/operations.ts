import type { DeepReadonly, forms } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Acting } from '../../../../platform/context.ts';
import { readCursor, toPage } from '../../../../platform/cursor.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import type { ElementsByKey } from '../../holdings/operations.ts';
import { populationSays } from '../../layout/population.ts';
import type { KeptLayout } from '../../layout/store.ts';
import { EMPTY_TALLY, tallyOf } from '../../reuse/reuse.ts';
import { countWrong } from '../faults.ts';
import type { AskedForm, FilledRow } from '../fill.ts';
import {
  approvesFor,
  assertMaySeeFill,
  fillsFor,
  isAlive,
  isHandedIn,
  isOpen,
  needsApproval,
  openFill,
  progressIn,
  standingView,
  type OpenFill,
} from '../operations.ts';
import { showField, showRows } from '../page.ts';

const ROWS_A_PAGE = 500;
/** The row after which a page begins, and where it stood: rows come and go meanwhile. */
const Place = z.tuple([z.string(), z.int().min(0)]);

/** One request for a page that may then go without the network. */
export async function readFill(
  acting: Acting,
  seals: Seals,
  { unit, demand, ...page }: { readonly unit: string; readonly demand: string; readonly cursor?: string },
): Promise<DeepReadonly<forms.Fill>> {
  assertMaySeeFill(acting.actor, unit);
  const fill = await openFill(acting, seals, { demand, unit });
  const { head, layout, standing, asked, rows, faults, elements } = fill;
  const from = placeAfter(rows, readCursor(page, Place));
  const { items, next } = toPage(rows.slice(from, from + ROWS_A_PAGE + 1), { limit: ROWS_A_PAGE }, ({ row }) => [
    row,
    from + ROWS_A_PAGE,
  ]);
  const { minutesWithout, minutesWith } = rows.length === 0 ? EMPTY_TALLY : tallyOf(asked, rows);
  return {
    ...{ demand, unit, unitName: head.unitName, ask: head.ask, title: head.title, issuerName: head.issuerName },
    ...{ dueAt: head.dueAt, usedUntil: layout.usedUntil, needsApproval: needsApproval(fill) },
    ...standingView(standing),
    ...{ minutesBefore: minutesWithout, minutesNow: minutesWith, progress: progressIn(fill), next, seen: fill.seen() },
    ...showRows(asked, items, faults),
    forms: formsView(layout, asked, elements),
    ...mayDo(acting, fill),
  };
}

function placeAfter(rows: readonly FilledRow[], place: z.infer<typeof Place> | undefined): number {
  if (place === undefined) return 0;
  const [name, before] = place;
  const found = rows.findIndex(({ row }) => row === name);
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
