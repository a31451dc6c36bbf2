/** Data elements of a catalogue, after GB/T 21063: what a field may ask for. */
import type { FieldType } from './form.ts';

export const ENTITIES = [
  ...(['person', 'household', 'house', 'plot'] as const),
  ...(['village', 'organisation', 'facility', 'event'] as const),
] as const;
export type Entity = (typeof ENTITIES)[number];

/** How long a value stays fresh. `once`: it never changes by itself, as a date of birth. */
export const UPDATE_PERIODS = ['once', 'yearly', 'half-yearly', 'quarterly', 'monthly', 'weekly', 'daily'] as const;
export type UpdatePeriod = (typeof UPDATE_PERIODS)[number];

/** Who may be given it: anybody of the county's bodies, those with a stated purpose, or nobody but its owner. */
export type SharingClass = 'open' | 'conditional' | 'closed';

/** `sensitive` after PIPL article 28: identity numbers, accounts, health, religion, children under 14. */
export type PersonalClass = 'none' | 'personal' | 'sensitive';

/** What matching needs of an element. */
export interface Element {
  /** `person.name`: the entity, a full stop, the word. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly entity: Entity;
  readonly type: FieldType;
  readonly unit: string | null;
  /** Its code list in order; null where any value of the type will do. */
  readonly options: readonly string[] | null;
  readonly definition: string;
}

/** An element as the starter catalogue gives it; a county names the owners. */
export interface CatalogueElement extends Element {
  /** The department that usually keeps it, in Chinese. */
  readonly source: string;
  readonly updatePeriod: UpdatePeriod;
  readonly sharing: SharingClass;
  /** Title and article of what allows collecting it; null where it needs none or none is known. */
  readonly legalBasis: string | null;
  readonly personal: PersonalClass;
}
