import type { catalogue } from '@qingzhuang/contract';

/** Things of a kind in English: 27 people. */
export const measuresEn: Readonly<Record<catalogue.Entity, string>> = {
  person: 'people',
  household: 'households',
  house: 'houses',
  plot: 'plots',
  village: 'villages',
  organisation: 'organisations',
  facility: 'facilities',
  event: 'events',
};
