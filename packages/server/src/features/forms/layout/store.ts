import type { DeepReadonly, demands, forms } from '@qingzhuang/contract';
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db-schema.gen.ts';
import type { Held } from '../assessment/held.ts';
import type { LaidOutForm, Layout } from './layout.ts';

export interface LayoutKey {
  readonly county: string;
  readonly demand: string;
}

/** A layout as it is kept, with what the county held of its fields when that was last looked up. */
export interface KeptLayout extends Layout {
  readonly held: Held;
}

export async function findLayout(db: Db, { county, demand }: LayoutKey): Promise<KeptLayout | undefined> {
  const row = await db
    .selectFrom('formLayout')
    .select(['sha256', 'fileName', 'needsApproval', 'usedUntil'])
    // Only `saveLayout` writes them.
    .select([sql<LaidOutForm[]>`forms`.as('forms'), sql<Held>`held`.as('held')])
    .where('county', '=', county)
    .where('demand', '=', demand)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { sha256, fileName, ...rest } = row;
  return { file: { sha256, name: fileName }, ...rest };
}

/** A field that bearers are asked for, as others are compared with it. */
export interface FieldEntry {
  readonly key: string;
  readonly name: string;
}

/** Writes the layout of a demand, in the place of the one that it had. */
export async function saveLayout(
  db: Db,
  { county, demand }: LayoutKey,
  layout: KeptLayout,
  { fields, changedAt }: { readonly fields: readonly FieldEntry[]; readonly changedAt: string },
): Promise<void> {
  const { file, needsApproval, usedUntil } = layout;
  const row = {
    ...{ sha256: file.sha256, fileName: file.name, needsApproval, usedUntil, changedAt },
    forms: JSON.stringify(layout.forms),
    held: JSON.stringify(layout.held),
  };
  await db
    .insertInto('formLayout')
    .values({ county, demand, ...row })
    .onConflict((conflict) => conflict.columns(['county', 'demand']).doUpdateSet(row))
    .execute();
  await db.deleteFrom('formField').where('county', '=', county).where('demand', '=', demand).execute();
  if (fields.length === 0) return;
  await sql`
    insert into form_field (county, demand, key, name)
    select ${county}, ${demand}, key, name
    from unnest(${fields.map(({ key }) => key)}::text[], ${fields.map(({ name }) => name)}::text[]) as field (key, name)
    on conflict do nothing`.execute(db);
}

/** Takes the layout away; false where there is none. */
export async function deleteLayout(db: Db, { county, demand }: LayoutKey): Promise<boolean> {
  const row = await db
    .deleteFrom('formLayout')
    .where('county', '=', county)
    .where('demand', '=', demand)
    .returning('demand')
    .executeTakeFirst();
  return row !== undefined;
}

/** A form that has fields in common with another. */
export interface SharingForm extends Omit<forms.AlikeForm, 'share' | 'shared'> {
  readonly issuer: string;
  readonly state: string;
  /** The keys that both have. */
  readonly keys: readonly string[];
  /** How many it has. */
  readonly fields: number;
}

const MOST_SHARING = 20;

/** The forms of demands that passed the gate and share fields with these, those that share most first. */
export async function listSharing(
  db: Db,
  { county, demand }: LayoutKey,
  keys: readonly string[],
): Promise<readonly SharingForm[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<SharingForm>`
    with sharing as (
      select form_field.demand, array_agg(form_field.key order by form_field.key) as keys
      from form_field
      where form_field.county = ${county} and form_field.key = any(${[...keys]}::text[]) and form_field.demand <> ${demand}
      group by form_field.demand
    )
    select demand.id as demand, demand.title, demand.issuer, unit.name as issuer_name, demand.state, sharing.keys,
      (select count(*)::int from form_field where county = demand.county and demand = demand.id) as fields,
      case when demand.state in ('admitted', 'running') then null
        else to_char(demand.changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') end as ended_on
    from sharing
    join demand on demand.county = ${county} and demand.id = sharing.demand and demand.code is not null
    join unit on unit.county = demand.county and unit.code = demand.issuer
    order by cardinality(sharing.keys) desc, demand.id
    limit ${MOST_SHARING}`.execute(db);
  return rows;
}

/** So many are remembered: a county confirms some hundreds a year. */
const MOST_CONFIRMED = 5000;

/** What drafters have said about labels, the oldest first; of one demand the last word on each. */
export async function listConfirmed(db: Db, county: string): Promise<readonly unknown[]> {
  const { rows } = await sql<{ readonly match: unknown }>`
    select match from (
      select distinct on (demand, label) match, at, id from confirmed_match
      where county = ${county} order by demand, label, at desc, id
    ) as said order by at desc, id limit ${MOST_CONFIRMED}`.execute(db);
  return rows.map(({ match }) => match).toReversed();
}

export interface Confirmation {
  readonly id: string;
  readonly label: string;
  readonly element: string | null;
  readonly derived: object | null;
  readonly match: object;
}

/** Notes what a drafter has said about labels. */
export async function insertConfirmed(
  db: Db,
  { county, demand }: LayoutKey,
  confirmations: readonly Confirmation[],
  deed: { readonly person: string; readonly at: string },
): Promise<void> {
  if (confirmations.length === 0) return;
  await db
    .insertInto('confirmedMatch')
    .values(
      confirmations.map(({ derived, match, ...rest }) => ({
        ...{ county, demand, ...rest, ...deed },
        derived: derived === null ? null : JSON.stringify(derived),
        match: JSON.stringify(match),
      })),
    )
    .execute();
}

/** Which demands an actor may see: the module of demands says so. */
export type VisibleTo = (actor: Actor) => (eb: ExpressionBuilder<DB, 'demand'>) => Expression<SqlBool>;

type Draft = DeepReadonly<demands.DemandDraft>;

/** A demand as its form asks about it. */
export interface AskingDemand {
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly ask: string;
  readonly draft: Pick<Draft, 'issuer' | 'bearers' | 'details'>;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
}

/** A demand that the actor may see. */
export async function findAskingDemand(
  db: Db,
  actor: Actor,
  visibleTo: VisibleTo,
  id: string,
): Promise<AskingDemand | undefined> {
  const { county } = actor;
  const [row, bearers, files] = await Promise.all([
    db
      .selectFrom('demand')
      .select(['version', 'state', 'title', 'ask', 'issuer'])
      // The demand's own module writes them in the shape of the contract.
      .select(sql<Draft['details']>`details`.as('details'))
      .where('county', '=', county)
      .where('id', '=', id)
      .where(visibleTo(actor))
      .executeTakeFirst(),
    db.selectFrom('demandBearer').select('unit').where('county', '=', county).where('demand', '=', id).execute(),
    db
      .selectFrom('demandFile')
      .select(['sha256', 'name'])
      .where('county', '=', county)
      .where('demand', '=', id)
      .execute(),
  ]);
  if (row === undefined) return undefined;
  const { version, state, title, ask, issuer, details } = row;
  return {
    ...{ version, state, title, ask, files },
    draft: { issuer, bearers: bearers.map(({ unit }) => unit), details },
  };
}
