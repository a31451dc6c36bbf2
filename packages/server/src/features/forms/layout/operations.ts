import { isRemark, type ConfirmedMatch } from '@qingzhuang/analysis';
import { Refusal, type DeepReadonly, type forms } from '@qingzhuang/contract';
import { assertActsFor, type Actor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { FileStore } from '../../../platform/files.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { listElements } from '../../catalogue/index.ts';
import { baseName, meetForms, type Checkers } from '../../checks/index.ts';
import { NOTHING_HELD } from '../assessment/held.ts';
import { measureHeld } from '../assessment/operations.ts';
import { byKey, type ElementsByKey } from '../holdings/operations.ts';
import {
  askedFields,
  decideLayout,
  fieldsToDecide,
  foldLabel,
  identityOf,
  settledFields,
  type Decisions,
  type LaidOutForm,
  type Layout,
} from './layout.ts';
import { guessPopulation, populationSays, tellingWho } from './population.ts';
import {
  deleteLayout,
  findAskingDemand,
  findLayout,
  insertConfirmed,
  listConfirmed,
  saveLayout,
  type AskingDemand,
  type KeptLayout,
  type LayoutKey,
  type VisibleTo,
} from './store.ts';

type View = DeepReadonly<forms.FormLayout>;

/** What forms ask of demands, whose module knows this one and not the other way round. */
export interface DemandKeeper {
  readonly visibleTo: VisibleTo;
  /** Screens the draft again, its fields counted as its form has them now. Refuses who may not revise it. */
  readonly revise: (acting: Acting, id: string) => Promise<{ readonly version: number }>;
  /** Whether the actor may revise it now. */
  readonly mayRevise: (acting: Acting, id: string) => Promise<boolean>;
}

export interface FormTools {
  readonly checkers: Checkers;
  readonly files: FileStore;
  readonly seals: Seals;
}

/** A file whose forms were read and met with the county's catalogue. */
export interface PreparedForm {
  readonly id: string;
  readonly layout: Pick<Layout, 'file'> & {
    readonly forms: readonly Pick<LaidOutForm, 'form' | 'matches'>[];
  };
}

type Attached = { readonly id: string } & ({ readonly sha256: string } | { readonly file: File });

/** Reads the forms of a file before any transaction. Of somebody else's demand nothing is read or stored. */
export async function prepareForm(
  { db }: Pick<Context, 'db'>,
  attached: Attached,
  actor: Actor,
  { checkers, files, visibleTo }: FormTools & Pick<DemandKeeper, 'visibleTo'>,
): Promise<PreparedForm> {
  const { county } = actor;
  const { demand, catalogue, confirmed } = await inCounty(db, county, async (tx) => ({
    demand: await findAskingDemand(tx, actor, visibleTo, attached.id),
    catalogue: await listElements(tx, county),
    confirmed: await listConfirmed(tx, county),
  }));
  if (demand === undefined) throw new Refusal('no-such-record');
  assertActsFor(actor, demand.draft.issuer, 'drafter', 'unit-lead', 'office');
  const { name, bytes } =
    'file' in attached ? await readUpload(attached.file) : await readKept(attached, demand, files);
  const sha256 = await files.put(bytes);
  // Only `teach` writes them.
  const met = await meetForms({ name, formsIn: bytes, catalogue, confirmed: confirmed as ConfirmedMatch[] }, checkers);
  if (met.every(({ form }) => form.fields.length === 0)) throw new Refusal('no-form');
  return { id: attached.id, layout: { file: { sha256, name }, forms: met } };
}

async function readUpload(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new Refusal('empty');
  return { name: baseName(file.name) || '附表.xlsx', bytes };
}

async function readKept(
  { sha256 }: { readonly sha256: string },
  { files: known }: AskingDemand,
  files: FileStore,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const file = known.find((one) => one.sha256 === sha256);
  const bytes = file === undefined ? undefined : await files.find(sha256);
  if (file === undefined || bytes === undefined) throw new Refusal('no-such-record');
  return { name: file.name, bytes };
}

/** Attaches a form to a demand, in the place of the one that it had, and screens it again. */
export async function attachForm(
  acting: Acting,
  { id, layout: { file, forms: met } }: PreparedForm,
  tools: Pick<FormTools, 'seals'>,
  keeper: DemandKeeper,
): Promise<View> {
  const demand = await getAskingDemand(acting, keeper, id);
  const elements = await listElements(acting.db, acting.actor.county);
  const words = `${demand.title} ${demand.ask}`;
  const laidOut = met.map(({ form, matches }): LaidOutForm => {
    const guessed = { form, elements: matches.map(({ element }) => element), words };
    const population = guessPopulation(guessed, elements);
    return { form, matches, decisions: {}, population, populationDecided: false };
  });
  const layout: Layout = { file, forms: laidOut, needsApproval: false, usedUntil: null };
  return keep(acting, { id, demand, layout, elements: byKey(elements) }, tools, keeper);
}

/** Notes what the drafter has decided; what he has said about a field, the whole county remembers. */
export async function decideForm(
  acting: Acting,
  { id, ...decisions }: { readonly id: string } & Decisions,
  tools: Pick<FormTools, 'seals'>,
  keeper: DemandKeeper,
): Promise<View> {
  const demand = await getAskingDemand(acting, keeper, id);
  const key = { county: acting.actor.county, demand: id };
  const before = await findLayout(acting.db, key);
  if (before === undefined) throw new Refusal('no-such-record');
  const elements = byKey(await listElements(acting.db, key.county));
  assertElements(decisions, elements);
  assertPopulations(decisions, elements);
  const layout = decideLayout(before, decisions);
  const view = await keep(acting, { id, demand, layout, elements }, tools, keeper);
  await teach(acting, key, layout, { decisions, issuer: demand.draft.issuer });
  return view;
}

function assertElements({ fields = [] }: Decisions, elements: ElementsByKey): void {
  const errors = fields.flatMap(({ element = null, derived = null }, index) =>
    [...(element === null ? [] : [element]), ...(derived?.from ?? [])]
      .filter((key) => !elements.has(key))
      .map((key) => ({ pointer: `/fields/${index}/element`, detail: `数据目录里没有 ${key}` })),
  );
  if (errors.length > 0) throw new Refusal('invalid-input', { errors });
}

function assertPopulations({ forms = [] }: Decisions, elements: ElementsByKey): void {
  const errors = forms.flatMap(({ population }, index) =>
    tellingWho(population, elements).map(({ element }) => ({
      pointer: `/forms/${index}/population/conditions`,
      detail: `不能按${elements.get(element)?.name ?? element}筛选：会查到个人`,
    })),
  );
  if (errors.length > 0) throw new Refusal('invalid-input', { errors });
}

async function teach(
  { db, actor, chance, clock }: Acting,
  key: LayoutKey,
  layout: Layout,
  { decisions, issuer }: { readonly decisions: Decisions; readonly issuer: string },
): Promise<void> {
  const said = new Set((decisions.fields ?? []).filter(({ element }) => element !== undefined).map((one) => one.key));
  const confirmations = settledFields(layout)
    .filter((field) => said.has(field.key))
    .map(({ field: { label }, form, element, derived }) => {
      const title = layout.forms[form]?.form.title ?? null;
      const match: ConfirmedMatch = { label, title, element, derived, issuer };
      return { id: chance.id(), label: foldLabel(label), element, derived, match };
    });
  await insertConfirmed(db, key, confirmations, { person: actor.person, at: clock.now().toISOString() });
}

/** Takes the form away, and screens the demand again. */
export async function removeForm(
  acting: Acting,
  id: string,
  keeper: DemandKeeper,
): Promise<{ readonly id: string; readonly version: number }> {
  await getAskingDemand(acting, keeper, id);
  if (!(await deleteLayout(acting.db, { county: acting.actor.county, demand: id }))) {
    throw new Refusal('no-such-record');
  }
  const { version } = await keeper.revise(acting, id);
  return { id, version };
}

export async function readLayout(acting: Acting, id: string, keeper: DemandKeeper): Promise<View> {
  const demand = await getAskingDemand(acting, keeper, id);
  const key = { county: acting.actor.county, demand: id };
  const [layout, elements, mayDecide] = await Promise.all([
    findLayout(acting.db, key),
    listElements(acting.db, key.county),
    keeper.mayRevise(acting, id),
  ]);
  if (layout === undefined) throw new Refusal('no-such-record');
  return view(layout, { demand: id, version: demand.version, elements: byKey(elements), mayDecide });
}

/** The demand that asks; others are not told that it exists. */
export async function getAskingDemand(
  { db, actor }: Acting,
  { visibleTo }: Pick<DemandKeeper, 'visibleTo'>,
  id: string,
): Promise<AskingDemand> {
  const demand = await findAskingDemand(db, actor, visibleTo, id);
  if (demand === undefined) throw new Refusal('no-such-record');
  return demand;
}

interface Keeping {
  readonly id: string;
  readonly demand: AskingDemand;
  readonly layout: Layout;
  readonly elements: ElementsByKey;
}

/** Writes the layout with what is held of its fields, and screens the demand by it. */
async function keep(
  acting: Acting,
  { id, demand, layout, elements }: Keeping,
  { seals }: Pick<FormTools, 'seals'>,
  keeper: DemandKeeper,
): Promise<View> {
  const key = { county: acting.actor.county, demand: id };
  // The row is there before anything is looked up for it, so that a look-up can name the demand.
  await writeLayout(acting, key, { ...layout, held: NOTHING_HELD });
  const held = await measureHeld(acting, seals, { demand: id, draft: demand.draft, layout, elements });
  await writeLayout(acting, key, { ...layout, held });
  const { version } = await keeper.revise(acting, id);
  return view(layout, { demand: id, version, elements, mayDecide: true });
}

/** Writes the layout, and its fields as other forms are compared with them. */
async function writeLayout({ db, clock }: Acting, key: LayoutKey, layout: KeptLayout): Promise<void> {
  const fields = askedFields(layout).map((one) => ({ key: identityOf(one), name: one.field.label.join('/') }));
  await saveLayout(db, key, layout, {
    fields: fields.filter((one) => one.key !== ''),
    changedAt: clock.now().toISOString(),
  });
}

interface Viewing {
  readonly demand: string;
  readonly version: number;
  readonly elements: ElementsByKey;
  readonly mayDecide: boolean;
}

function view(layout: Layout, { demand, version, elements, mayDecide }: Viewing): View {
  const names = new Map([...elements].map(([key, { name }]) => [key, name]));
  const fields = settledFields(layout);
  return {
    ...{ demand, version, mayDecide },
    file: layout.file,
    forms: layout.forms.map(({ form, population, populationDecided }, number) => ({
      form: number,
      ...{ sheet: form.sheet, title: form.title, shape: form.shape, marks: form.marks },
      ...{ population, populationSays: populationSays(population, names), populationDecided },
      fields: fields.filter((one) => one.form === number).map((one) => fieldView(one, names)),
    })),
    ...{ needsApproval: layout.needsApproval, usedUntil: layout.usedUntil },
    toDecide: fieldsToDecide(layout),
  };
}

function fieldView(
  {
    key,
    field,
    match,
    certainty,
    element,
    derived,
    isDecided,
    keep: isKept,
    use,
  }: ReturnType<typeof settledFields>[number],
  names: ReadonlyMap<string, string>,
): View['forms'][number]['fields'][number] {
  const { label, type, unit, options, isComputed, cell } = field;
  return {
    ...{ key, label, type, unit, options, isComputed, cell, certainty, isDecided, use },
    isRemark: isRemark(label),
    ...{ element, derived, keep: isKept, confidence: match.confidence },
    elementName: element === null ? null : (names.get(element) ?? null),
    candidates: match.candidates.map((one) => ({ ...one, name: names.get(one.element) ?? one.element })),
  };
}
