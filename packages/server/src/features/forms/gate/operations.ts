import type { DeepReadonly, demands } from '@qingzhuang/contract';
import type { Db } from '../../../platform/db.ts';
import { detailsFollowing, HELD_SHARE, shareOf } from '../assessment/held.ts';
import { askedFields, identityOf } from '../layout/layout.ts';
import { findLayout, listSharing, type LayoutKey } from '../layout/store.ts';

/** The form of a draft as the gate's rules ask about it. Fields are named by what tells two forms apart. */
export interface FormOfDraft {
  readonly labels: readonly string[];
  /** Those of the labels whose values the county holds. */
  readonly held: readonly string[];
  /** Forms of the register that share some of the labels. */
  readonly others: readonly OtherForm[];
}

export interface OtherForm {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  /** Those that both have. */
  readonly labels: readonly string[];
  /** How many it has. */
  readonly fields: number;
  readonly state: string;
  /** `YYYY-MM-DD`; null while it runs. */
  readonly endedOn: string | null;
}

/** What the gate is to know of the form of a draft; undefined without one. */
export async function formOfDraft(db: Db, key: LayoutKey): Promise<FormOfDraft | undefined> {
  const layout = await findLayout(db, key);
  if (layout === undefined) return undefined;
  const fields = askedFields(layout);
  const labels = [...new Set(fields.map(identityOf))];
  const held = fields.filter((field) => shareOf(layout.held, field.key) >= HELD_SHARE).map(identityOf);
  const others = await listSharing(db, key, labels);
  return {
    labels,
    held: [...new Set(held)],
    others: others.map(({ demand, title, issuer, keys, fields: count, state, endedOn }) => {
      return { id: demand, title, issuer, labels: keys, fields: count, state, endedOn };
    }),
  };
}

type Details = DeepReadonly<demands.DemandDetails>;

/** The details as the form of the demand has them; as they are without one. */
export async function followForm(db: Db, key: LayoutKey, details: Details): Promise<Details> {
  const layout = await findLayout(db, key);
  return layout === undefined ? details : detailsFollowing(details, layout, layout.held);
}
