import type { Element } from '../element.ts';
import { createCounter, type Counter } from './counts.ts';
import { findSources, type Sources } from './sources.ts';
import { namesOfHolders, surfacesOf, type Surface } from './surface.ts';

/** A catalogue as matching sees it. */
export interface CatalogueReading {
  /** All that may be asked: elements by all their names, and what can be worked out of them. */
  readonly surfaces: readonly Surface[];
  readonly sources: Sources;
  readonly count: Counter;
}

export function readCatalogue(catalogue: readonly Element[]): CatalogueReading {
  const named = catalogue.flatMap(surfacesOf);
  const surfaces = [...named, ...namesOfHolders(named)];
  const sources = findSources(catalogue, surfaces);
  return { surfaces: [...surfaces, ...sources.surfaces], sources, count: createCounter(surfaces) };
}
