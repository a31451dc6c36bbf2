import type { CatalogueElement } from '@qingzhuang/analysis';
import type { catalogue } from '@qingzhuang/contract';

/** An element of a county: what matching needs of it, and who answers for it. */
export interface CountyElement extends CatalogueElement {
  /** The one unit whose word counts; null while none is named, and the office acts for it. */
  readonly owner: string | null;
  readonly state: catalogue.ElementState;
  readonly heir: string | null;
  readonly version: number;
}

/** What can be said of an element by a proposal, a file or the starter catalogue. */
export type Content = catalogue.ElementContent;

/** The content of an element, in the order in which the contract has it. */
export function contentOf(element: Content): Content {
  const { name, aliases, type, unit, options, definition } = element;
  const { source, updatePeriod, sharing, legalBasis, personal } = element;
  return { name, aliases, type, unit, options, definition, source, updatePeriod, sharing, legalBasis, personal };
}

/** An element of the starter catalogue as content that a county may change. */
export function contentOfStarter(element: CatalogueElement): Content {
  const { aliases, options, ...rest } = element;
  return contentOf({ ...rest, aliases: [...aliases], options: options && [...options] });
}

/** Whether two contents say the same. */
export function isSameContent(one: Content, other: Content): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}

/** Whether values of the element are sealed in the database, and masked for whoever has no part in them. */
export function isSensitive({ personal }: Pick<CatalogueElement, 'personal'>): boolean {
  return personal === 'sensitive';
}

export function isPersonal({ personal }: Pick<CatalogueElement, 'personal'>): boolean {
  return personal !== 'none';
}

const PLACES = /^(?:县|市|区|乡镇|街道)/u;
const SEPARATORS = /[、，,/；;（(]/u;
const BUREAU = /(?:委员会|委|局|办公室|办|部|中心|站|院)$/u;

/**
 * The department that keeps an element, by the name that the starter catalogue gives: the unit whose name holds all its
 * characters in order, so that 民政部门 and 民政局 find 清河县民政局. Undefined where none or several do.
 */
export function findKeeper(
  source: string,
  units: readonly { readonly code: string; readonly name: string }[],
): string | undefined {
  const words = (source.split(SEPARATORS)[0] ?? '')
    .replace(PLACES, '')
    .replace(/(?:主管)?部门$/u, '')
    .replace(BUREAU, '');
  if (words.length < LEAST_SIGNS) return undefined;
  const found = units.filter(({ name }) => standsIn(words, name));
  return found.length === 1 ? found[0]?.code : undefined;
}

/** One character stands in too many names. */
const LEAST_SIGNS = 2;

function standsIn(words: string, name: string): boolean {
  let from = 0;
  for (const sign of words) {
    const at = name.indexOf(sign, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
