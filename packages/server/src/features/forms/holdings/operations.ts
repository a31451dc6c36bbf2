import type { CatalogueElement, Entity } from '@qingzhuang/analysis';
import { isBelow, type facts } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { decideSharing, factsOf } from '../../catalogue/index.ts';
import { namesOf } from '../../organisations/index.ts';
import type { AskedForm, HeldSubject, HeldValue, Holdings } from '../filling/fill.ts';
import { elementsAsked } from '../layout/population.ts';

type SubjectFacts = Awaited<ReturnType<typeof factsOf>>[number];

export type ElementsByKey = ReadonlyMap<string, CatalogueElement>;

/** Whose data is looked up, and what for. */
export interface HoldingsAsk {
  readonly asked: readonly AskedForm[];
  readonly units: readonly string[];
  /** In whose name. */
  readonly by: string;
  /** Who is sent the form. What is closed to it is not brought, so that a form goes no way round the sharing class. */
  readonly receiver: string;
  readonly demand: string;
  readonly purpose: string;
  /** Only these subjects; of kinds that a figure counts, and without it, all. */
  readonly only?: readonly number[];
  /** These as well, although they are no more. */
  readonly also?: readonly number[];
  /** Nothing of it is shown: see `factsOf`. */
  readonly unshown?: true;
}

/** What the county holds of each of these units, as far as the forms ask for it. */
export async function findHoldings(
  acting: Acting,
  seals: Seals,
  { asked, receiver, only, ...look }: HoldingsAsk,
): Promise<ReadonlyMap<string, Holdings>> {
  const wanted = await openTo(acting, receiver, wantedOf(asked));
  const { units } = look;
  const counted = countedIn(asked);
  const names = await namesOf(acting.db, units.flatMap(placesAbove));
  const found = await Promise.all(
    [...wanted].map(async ([entity, elements]): Promise<[Entity, SubjectFacts[]]> => {
      const isWhole = only === undefined || entity === 'village' || counted.has(entity);
      const ask = { ...look, entity, elements: [...elements], whole: true, ...(!isWhole && { only }) };
      return [entity, await factsOf(acting, seals, ask)];
    }),
  );
  const today = acting.clock.today();
  return new Map(
    units.map((unit) => {
      const own = new Map(found.map(([entity, subjects]) => [entity, within(subjects, unit)]));
      const village = own.get('village')?.find((subject) => subject.unit === unit);
      const itself = itselfAs(unit, { names, village, today });
      const subjects = [...own].map(([entity, all]) => [entity, all.map((one) => toHeld(one, itself, unit))] as const);
      return [unit, { unit: itself, subjects: new Map(subjects) }];
    }),
  );
}

function within(subjects: readonly SubjectFacts[], unit: string): SubjectFacts[] {
  return subjects.filter((subject) => subject.unit === unit || isBelow(subject.unit, unit));
}

/**
 * Without what is closed to the receiver. What is shared on conditions is brought: the admission of the form, by four
 * eyes and for a stated use, is the condition.
 */
async function openTo({ db, actor: { county }, clock }: Acting, receiver: string, wanted: Wanted): Promise<Wanted> {
  const elements = [...wanted.values()].flatMap((keys) => [...keys]);
  const verdicts = await decideSharing(db, { county, elements, receiver, today: clock.today() });
  return new Map(
    [...wanted].map(([entity, keys]) => {
      return [entity, new Set([...keys].filter((key) => verdicts.get(key) !== 'closed'))] as const;
    }),
  );
}

type Wanted = ReadonlyMap<Entity, ReadonlySet<string>>;

/** The kinds that a form counts in a row of the bearer itself. */
function countedIn(asked: readonly AskedForm[]): ReadonlySet<Entity> {
  const ofUnit = asked.filter(({ population }) => population.rows === 'unit');
  const sources = ofUnit.flatMap(({ fields }) => fields.flatMap(({ derived }) => derived?.from ?? []));
  return new Set(sources.map((key) => key.split('.')[0] as Entity));
}

/** The elements that have to be known, by what they are about; the bearer's own are wanted always. */
function wantedOf(asked: readonly AskedForm[]): Wanted {
  const wanted = new Map<Entity, Set<string>>([['village', new Set()]]);
  function want(key: string): void {
    const entity = key.split('.')[0] as Entity;
    wanted.set(entity, (wanted.get(entity) ?? new Set<string>()).add(key));
  }
  for (const { population, fields } of asked) {
    const { entity } = population;
    if (entity !== null && !wanted.has(entity)) wanted.set(entity, new Set());
    // Without fields it is only asked who the rows are.
    const names = entity === null || fields.length === 0 ? [] : [NAMED_BY[entity]];
    for (const key of [...names, ...elementsAsked(population), ...fields.flatMap(elementsOf)]) want(key);
  }
  return wanted;
}

function elementsOf({ element, derived }: AskedForm['fields'][number]): readonly string[] {
  return [...(element === null ? [] : [element]), ...(derived?.from ?? [])];
}

/** What a row is called by. */
const NAMED_BY: Readonly<Record<Entity, string>> = {
  person: 'person.name',
  household: 'household.head-name',
  house: 'house.owner-name',
  plot: 'plot.name',
  village: 'village.name',
  organisation: 'organisation.name',
  facility: 'facility.name',
  event: 'event.code',
};

function toHeld(subject: SubjectFacts, itself: HeldSubject, unit: string): HeldSubject {
  const { id, entity, code, facts } = subject;
  const values = new Map<string, HeldValue>([...facts].map(([key, fact]) => [key, asHeld(fact)]));
  const name = values.get(NAMED_BY[entity])?.value ?? code;
  // A list of people asks for their village as well.
  const isGone = subject.endedOn !== null || subject.awayFrom.includes(unit);
  const all = entity === 'village' ? values : new Map([...itself.values, ...values]);
  return { id, name, values: all, ...(isGone && { isGone }) };
}

/** What another source contradicts has to be looked at, however young it is. */
function asHeld({ value, asOf, source, isFresh, isDisputed }: Shown): HeldValue {
  const named = source === '' ? '县里的数据' : source;
  return { value, asOf, source: isDisputed ? `${named}（另有说法）` : named, isFresh: isFresh && !isDisputed };
}

type Shown = Pick<facts.Fact, 'value' | 'asOf' | 'source' | 'isFresh' | 'isDisputed'>;

interface Itself {
  readonly names: ReadonlyMap<string, string>;
  readonly village: SubjectFacts | undefined;
  readonly today: string;
}

/** The bearer itself; what it is called and where it lies the tree of units knows best. */
function itselfAs(unit: string, { names, village, today }: Itself): HeldSubject {
  const known = { asOf: today, source: '单位目录', isFresh: true };
  const [, town = '', county = ''] = placesAbove(unit);
  const places = [
    ...([
      ['village.name', names.get(unit)],
      ['village.code', unit],
    ] as const),
    ...([
      ['village.town-name', names.get(town)],
      ['village.county-name', names.get(county)],
    ] as const),
  ];
  const values = new Map<string, HeldValue>([...(village?.facts ?? [])].map(([key, fact]) => [key, asHeld(fact)]));
  for (const [key, value] of places) if (value !== undefined) values.set(key, { value, ...known });
  return { id: village?.id ?? 0, name: names.get(unit) ?? unit, values };
}

/** The unit, the town it lies in, and the county. */
function placesAbove(unit: string): readonly string[] {
  return [unit, `${unit.slice(0, 9)}000`, `${unit.slice(0, 6)}000000`];
}

/** What matching and filling need of the county's elements. */
export function byKey(elements: readonly CatalogueElement[]): ElementsByKey {
  return new Map(elements.map((element) => [element.key, element]));
}
