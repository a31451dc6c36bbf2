import type { Asked } from './asked.ts';
import type { Surface } from './surface.ts';

export interface WordCosts {
  /** Words of the label that the element does not say. */
  readonly unexplained: number;
  /** Words of the element that neither label nor title says. */
  readonly unsaid: number;
}

/** How far a field is from an element, by what keeps them apart: costs, 0 for no difference, 1 for about one word. */
export interface Evidence extends WordCosts {
  readonly holder: number;
  readonly scope: number;
  /** Of type, unit and answers offered. */
  readonly kind: number;
  readonly entity: number;
  readonly isExact: boolean;
  /** All together. */
  readonly cost: number;
}

/** A name of an element, weighed against a field. */
export interface Weighed {
  readonly surface: Surface;
  readonly evidence: Evidence;
}

/** What a field asks, and the elements nearest to it, the nearest first. */
export interface RankedField {
  readonly asked: Asked;
  readonly ranked: readonly Weighed[];
}

/** A field and the names weighed for it, in no order. */
export interface WeighedField {
  readonly asked: Asked;
  readonly weighed: readonly Weighed[];
}
