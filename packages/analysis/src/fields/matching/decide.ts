import type { Candidate, Derivation, FieldMatch } from '../match.ts';
import { identityViewOf } from '../values/identity-views.ts';
import { convertUnit } from '../values/units.ts';
import { confidenceOf, strengthen } from './confidence.ts';
import type { Asked } from './asked.ts';
import type { Recollection } from './experience.ts';
import type { RankedField } from './weighed.ts';
import type { Sources } from './sources.ts';
import type { Surface } from './surface.ts';

/** Below it a person is asked; of answers above it 98 % were right on workbooks held out. From `CERTAIN` on nobody is asked. */
const ACCEPTED = 0.6;
export const CERTAIN = 0.93;
export const SHOWN = 3;
/** What is known of an element that words alone would not have found. */
const UNLIKELY = 0.02;
/** A serial number or a total is nobody's to know beforehand. */
const COMPUTED: FieldMatch = { element: null, confidence: 0.99, derived: null, candidates: [] };

/** Says which element a field is, or that it is new or unsure. */
export function decide(field: RankedField, sources: Sources, recollections: readonly Recollection[]): FieldMatch {
  if (field.asked.field.isComputed) return COMPUTED;
  const candidates = remember(candidatesOf(field, sources), recollections);
  const [best] = candidates;
  if (best === undefined || best.confidence < ACCEPTED) {
    return { element: null, confidence: 1 - (best?.confidence ?? 0), derived: null, candidates };
  }
  return { ...best, candidates: best.confidence >= CERTAIN ? [] : candidates };
}

function candidatesOf({ asked, ranked }: RankedField, sources: Sources): Candidate[] {
  return ranked.slice(0, SHOWN).map((weighed, at) => ({
    element: weighed.surface.element.key,
    confidence: confidenceOf(asked, weighed, ranked[at === 0 ? 1 : 0]),
    derived: derivationOf(asked, weighed.surface, sources),
  }));
}

/** What people confirmed makes its answer surer and all others less sure. */
function remember(candidates: readonly Candidate[], recollections: readonly Recollection[]): Candidate[] {
  if (recollections.length === 0) return [...candidates];
  const all = recollections.reduce((sum, { support }) => sum + support, 0);
  const recalled = recollections.flatMap(({ element, derived, support }): Candidate[] => {
    if (element === null) return [];
    const known = candidates.find((candidate) => candidate.element === element);
    return [{ element, derived, confidence: strengthen(known?.confidence ?? UNLIKELY, support, all - support) }];
  });
  const others = candidates
    .filter(({ element }) => !recalled.some((candidate) => candidate.element === element))
    .map((candidate) => ({ ...candidate, confidence: strengthen(candidate.confidence, 0, all) }));
  return [...recalled, ...others].sort((one, other) => other.confidence - one.confidence).slice(0, SHOWN);
}

/** 出生年月 wants no day, 出生年份 only the year. */
function datePart(label: readonly string[]): Pick<Derivation, 'by'> {
  const own = label.at(-1) ?? '';
  if (/年\s*月(?!\s*日)/u.test(own)) return { by: 'month' };
  return /年(?:份|度)?$/u.test(own) ? { by: 'year' } : {};
}

function derivationOf({ field, unit }: Asked, { element, derived }: Surface, sources: Sources): Derivation | null {
  if (derived !== null) return derived;
  if (element.type === 'identity-number') {
    const view = identityViewOf(field.label);
    return view === 'whole' ? null : { from: [element.key], how: 'identity-view', by: view };
  }
  const known = sources.derivationOf(element.key);
  if (known !== null) return known.how === 'birth-date' ? { ...known, ...datePart(field.label) } : known;
  return element.type === 'number' && isConverted(unit, element.unit)
    ? { from: [element.key], how: 'unit', by: unit ?? '' }
    : null;
}

/** 元/月 asks for no other number than 元, and 盏 counts as 个 does. */
function isConverted(asked: string | null, kept: string | null): boolean {
  if (asked === null || kept === null || asked === kept) return false;
  const one = convertUnit('1', kept, asked);
  return one !== null && one !== '1';
}
