/** The catalogue a county starts with, after GB/T 21063: what offices ask of villages and communities. */
import type { CatalogueElement } from '../element.ts';
import { EVENT } from './event.ts';
import { FACILITY } from './facility.ts';
import { HOUSE } from './house.ts';
import { HOUSEHOLD } from './household.ts';
import { HOUSEHOLD_LIVING } from './household-living.ts';
import { ORGANISATION } from './organisation.ts';
import { PERSON_FAMILY } from './person-family.ts';
import { PERSON_HEALTH } from './person-health.ts';
import { PERSON_IDENTITY } from './person-identity.ts';
import { PERSON_SCHOOLING } from './person-schooling.ts';
import { PERSON_SUPPORT } from './person-support.ts';
import { PERSON_WORK } from './person-work.ts';
import { PLOT } from './plot.ts';
import { VILLAGE } from './village.ts';
import { VILLAGE_PEOPLE } from './village-people.ts';
import { VILLAGE_PEOPLE_GROUPS } from './village-people-groups.ts';
import { VILLAGE_PLACE } from './village-place.ts';
import { VILLAGE_SERVICES } from './village-services.ts';

/** Keys, names and aliases are unambiguous: no word stands under two elements. */
export const STARTER_CATALOGUE: readonly CatalogueElement[] = [
  ...[...PERSON_IDENTITY, ...PERSON_FAMILY, ...PERSON_SCHOOLING, ...PERSON_HEALTH, ...PERSON_SUPPORT, ...PERSON_WORK],
  ...[...HOUSEHOLD, ...HOUSEHOLD_LIVING, ...HOUSE, ...PLOT],
  ...[...VILLAGE, ...VILLAGE_PEOPLE, ...VILLAGE_PEOPLE_GROUPS, ...VILLAGE_PLACE, ...VILLAGE_SERVICES],
  ...[...ORGANISATION, ...FACILITY, ...EVENT],
];
