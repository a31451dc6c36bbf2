/** A form as it was read and met with the catalogue, and what its drafter has decided about each field. No database. */
import { isRemark, type Derivation, type Field, type FieldMatch, type Form } from '@qingzhuang/analysis';
import { Refusal, type DeepReadonly, type forms } from '@qingzhuang/contract';

type Population = DeepReadonly<forms.Population>;

/** As it stands in a column of JSON; a field that is absent from `decisions` has not been decided about. */
export interface Layout {
  readonly file: { readonly sha256: string; readonly name: string };
  readonly forms: readonly LaidOutForm[];
  readonly needsApproval: boolean;
  /** `YYYY-MM-DD` */
  readonly usedUntil: string | null;
}

export interface LaidOutForm {
  readonly form: Form;
  /** One for each field, in the same order. */
  readonly matches: readonly FieldMatch[];
  /** By the place of the field. */
  readonly decisions: Readonly<Record<number, FieldDecision>>;
  readonly population: Population;
  readonly populationDecided: boolean;
}

export interface FieldDecision {
  /** What the drafter says it means; absent where he left that to the matching. */
  readonly meaning?: Meaning;
  readonly keep: boolean;
  readonly use: string | null;
}

export interface Meaning {
  /** Null: the catalogue does not have it. */
  readonly element: string | null;
  readonly derived: Derivation | null;
}

/** A field with what holds of it now. */
export interface SettledField extends Meaning {
  readonly key: string;
  readonly form: number;
  readonly field: Field;
  readonly match: FieldMatch;
  readonly certainty: forms.FieldCertainty;
  readonly isDecided: boolean;
  readonly keep: boolean;
  readonly use: string | null;
}

/** All fields of the forms, in their order. */
export function settledFields({ forms: all }: Layout): readonly SettledField[] {
  return all.flatMap(({ form, matches, decisions }, number) =>
    form.fields.map((field, place) => {
      const decision = decisions[place];
      const match = matches[place] ?? UNMATCHED;
      const { certainty, element, derived } = settle(field, match, decision?.meaning);
      return {
        key: `${number}.${place}`,
        form: number,
        ...{ field, match, certainty, element, derived },
        isDecided: decision?.meaning !== undefined,
        keep: decision?.keep ?? true,
        use: decision?.use ?? null,
      };
    }),
  );
}

const UNMATCHED: FieldMatch = { element: null, confidence: 0, derived: null, candidates: [] };
const UNKNOWN: Meaning = { element: null, derived: null };

/** What is uncertain brings nothing: a wrong value that stands there already is worse than none. */
function settle(field: Field, match: FieldMatch, said: Meaning | undefined): Meaning & Pick<SettledField, 'certainty'> {
  if (field.isComputed) return { certainty: 'computed', ...UNKNOWN };
  if (said === undefined && isRemark(field.label)) return { certainty: 'remark', ...UNKNOWN };
  if (said !== undefined) return { certainty: said.element === null ? 'new' : 'known', ...said };
  if (match.candidates.length > 0) return { certainty: 'ask', ...UNKNOWN };
  if (match.element === null) return { certainty: 'new', ...UNKNOWN };
  return { certainty: 'known', element: match.element, derived: match.derived };
}

/** The fields that bearers are asked for. */
export function askedFields(layout: Layout): readonly SettledField[] {
  return settledFields(layout).filter(
    ({ keep, certainty }) => keep && certainty !== 'computed' && certainty !== 'remark',
  );
}

/** The fields about which the drafter has something to say still. */
export function fieldsToDecide(layout: Layout): string[] {
  return askedFields(layout)
    .filter(({ certainty, use }) => certainty === 'ask' || (certainty === 'new' && use === null))
    .map(({ key }) => key);
}

/** What two forms have in common is told by: the element with its derivation, or else the folded label. */
export function identityOf({ element, derived, field }: Pick<SettledField, 'element' | 'derived' | 'field'>): string {
  if (element === null) return foldLabel(field.label);
  const isView = derived === null || derived.how === 'identity-view' || derived.how === 'unit';
  return isView ? element : `${element} ${derived.how}${derived.by === undefined ? '' : ` ${derived.by}`}`;
}

/** A label without what only its spelling adds. */
export function foldLabel(label: readonly string[]): string {
  return label
    .join('/')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()【】[\]、,.:;*]+|（[^）]*）/gu, '');
}

/** What a drafter has changed; what he leaves out stays as it is. */
export type Decisions = Omit<DeepReadonly<forms.FormDecisions>, 'id'>;

/** The layout after the decisions. Refuses what names no field or form of it. */
export function decideLayout(layout: Layout, { fields = [], forms: populations = [], ...rest }: Decisions): Layout {
  const decided = fields.reduce(decideField, layout.forms);
  return { ...layout, ...rest, forms: populations.reduce(decidePopulation, decided) };
}

type FieldChange = NonNullable<Decisions['fields']>[number];
type FormChange = NonNullable<Decisions['forms']>[number];

function decideField(all: readonly LaidOutForm[], change: FieldChange, index: number): readonly LaidOutForm[] {
  const [number = -1, place = -1] = /^\d+\.\d+$/u.test(change.key) ? change.key.split('.').map(Number) : [];
  const laidOut = all[number];
  if (laidOut?.form.fields[place] === undefined) {
    throw new Refusal('invalid-input', {
      errors: [{ pointer: `/fields/${index}/key`, detail: '附表里没有这一栏，请刷新后再定' }],
    });
  }
  const after = changed(laidOut.decisions[place] ?? { keep: true, use: null }, change, laidOut.matches[place]);
  return all.with(number, { ...laidOut, decisions: { ...laidOut.decisions, [place]: after } });
}

function changed(before: FieldDecision, change: FieldChange, match: FieldMatch = UNMATCHED): FieldDecision {
  const { keep = before.keep, use = before.use } = change;
  const meaning = meaningOf(change, match) ?? before.meaning;
  return { keep, use, ...(meaning !== undefined && { meaning }) };
}

/** A derivation that is not sent is the one that was offered with the element. */
function meaningOf({ element, derived }: FieldChange, match: FieldMatch): Meaning | undefined {
  if (element === undefined) return undefined;
  if (element === null) return UNKNOWN;
  if (derived !== undefined) return { element, derived };
  const offered = [match, ...match.candidates].find((one) => one.element === element);
  return { element, derived: offered?.derived ?? null };
}

function decidePopulation(
  all: readonly LaidOutForm[],
  { form, population }: FormChange,
  index: number,
): readonly LaidOutForm[] {
  const laidOut = all[form];
  if (laidOut === undefined) {
    throw new Refusal('invalid-input', { errors: [{ pointer: `/forms/${index}/form`, detail: '附件里没有这张表' }] });
  }
  return all.with(form, { ...laidOut, population, populationDecided: true });
}
