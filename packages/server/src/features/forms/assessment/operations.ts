import { Refusal, type DeepReadonly, type demands, type forms } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { listElements } from '../../catalogue/index.ts';
import { layOutRows, NO_HOLDINGS, UNTOUCHED, type AskedForm } from '../filling/fill.ts';
import { byKey, findHoldings, type ElementsByKey } from '../holdings/operations.ts';
import { askedFields, identityOf, type Layout } from '../layout/layout.ts';
import { findAskingDemand, findLayout, listSharing, type VisibleTo } from '../layout/store.ts';
import { assess } from './assessment.ts';
import { heldOf, keptFields, type Held } from './held.ts';

type Draft = DeepReadonly<demands.DemandDraft>;

export interface Measuring {
  readonly demand: string;
  readonly draft: Pick<Draft, 'bearers' | 'issuer'>;
  readonly layout: Layout;
  readonly elements: ElementsByKey;
}

/** A draft to hundreds of villages is measured on so many of them: the page must not wait for all. House setting. */
const MOST_SAMPLED = 8;

/** What the county holds of the fields, measured on the rows of some of the bearers, evenly drawn. */
export async function measureHeld(
  acting: Acting,
  seals: Seals,
  { demand, draft: { bearers, issuer }, layout, elements }: Measuring,
): Promise<Held> {
  const asked = askedForms(layout);
  const units = drawn(bearers);
  const purpose = '测算附表可由系统带出多少';
  const holdings = await findHoldings(acting, seals, { asked, units, by: issuer, receiver: issuer, demand, purpose });
  const today = acting.clock.today();
  const looked = units.map((unit) =>
    layOutRows(asked, holdings.get(unit) ?? NO_HOLDINGS, UNTOUCHED, { elements, today }),
  );
  return heldOf(layout, looked, { on: today, bearers: bearers.length });
}

function drawn(bearers: readonly string[]): string[] {
  const sorted = bearers.toSorted();
  if (sorted.length <= MOST_SAMPLED) return sorted;
  const step = sorted.length / MOST_SAMPLED;
  return Array.from({ length: MOST_SAMPLED }, (_, place) => sorted[Math.floor(place * step)] ?? '');
}

/** The forms as bearers fill them. */
export function askedForms(layout: Layout): readonly AskedForm[] {
  const fields = keptFields(layout);
  return layout.forms.flatMap(({ population }, form) => {
    const own = fields.filter((field) => field.form === form);
    const isAsked = own.some(({ certainty }) => certainty !== 'computed');
    return isAsked ? [{ form, population, fields: own }] : [];
  });
}

/** What is said about the form of a demand, for its drafter and for those who decide. */
export async function assessForm(
  { db, actor }: Acting,
  id: string,
  visibleTo: VisibleTo,
): Promise<DeepReadonly<forms.FormAssessment>> {
  const key = { county: actor.county, demand: id };
  const [demand, layout, elements] = await Promise.all([
    findAskingDemand(db, actor, visibleTo, id),
    findLayout(db, key),
    listElements(db, key.county),
  ]);
  if (demand === undefined || layout === undefined) throw new Refusal('no-such-record');
  const keys = askedFields(layout).map(identityOf);
  const { timesPerYear } = demand.draft.details;
  const others = await listSharing(db, key, keys);
  return assess({ demand: id, layout, held: layout.held, timesPerYear, elements: byKey(elements), others });
}
