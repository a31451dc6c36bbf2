import type { Element } from '../element.ts';
import type { Candidate } from '../match.ts';
import type { Asked } from './asked.ts';
import { readTitleText, type FormTitle } from './form-title.ts';
import { readLabelText } from './label-text.ts';
import { readMeaning } from './meaning.ts';
import { signOf } from './surface.ts';

/** A match that a person of the county confirmed. */
export interface ConfirmedMatch {
  /** The label path of the field. */
  readonly label: readonly string[];
  /** Of the form; null where it had none. */
  readonly title: string | null;
  /** Null when the field was said to be new. */
  readonly element: string | null;
  readonly derived: Candidate['derived'];
  readonly issuer?: string;
}

/** An answer that people gave for fields like one. */
export interface Recollection {
  readonly element: string | null;
  readonly derived: Candidate['derived'];
  /** 1 for one confirmation of the same label in a form of the same title. */
  readonly support: number;
}

export interface Experience {
  recall(asked: Asked, title: FormTitle): readonly Recollection[];
}

interface Case {
  readonly confirmed: ConfirmedMatch;
  readonly path: string;
  readonly title: ReadonlySet<string>;
}

const NOTHING: readonly Recollection[] = [];
/** Another way to write the label counts a little less than the same words. */
const SAME_MEANING = 0.85;
/** What the label alone counts when the title has nothing in common. */
const LABEL_ALONE = 0.35;
/** Each later answer that says otherwise halves the earlier ones. */
const CONTRADICTED = 0.5;

/** Answers of people, found again by the label's meaning. Those on elements that the catalogue no longer has are forgotten. */
export function createExperience(confirmed: readonly ConfirmedMatch[], catalogue: readonly Element[]): Experience {
  const keys = new Set(catalogue.map(({ key }) => key));
  const cases = new Map<string, Case[]>();
  for (const one of confirmed) {
    if (one.element !== null && !keys.has(one.element)) continue;
    const sign = signOf(readMeaning(one.label, { type: 'text', unit: null }));
    const found = { confirmed: one, path: pathOf(one.label), title: gramsOf(readTitleText(one.title, null)) };
    cases.set(sign, [...(cases.get(sign) ?? []), found]);
  }
  return {
    recall({ field, meaning }, title) {
      if (cases.size === 0) return NOTHING;
      const like = cases.get(signOf(meaning));
      return like === undefined ? NOTHING : recollect(like, pathOf(field.label), gramsOf(title.text));
    },
  };
}

/** From the newest case to the oldest, so that each knows how often it was contradicted since. */
function recollect(cases: readonly Case[], path: string, title: ReadonlySet<string>): Recollection[] {
  const supports = new Map<string, { confirmed: ConfirmedMatch; support: number }>();
  const newer: string[] = [];
  for (const { confirmed, ...like } of cases.toReversed()) {
    const answer = answerOf(confirmed);
    const contradictions = newer.filter((other) => other !== answer).length;
    const nearness =
      (like.path === path ? 1 : SAME_MEANING) * (LABEL_ALONE + (1 - LABEL_ALONE) * overlap(like.title, title));
    const known = supports.get(answer);
    const support = (known?.support ?? 0) + nearness * CONTRADICTED ** contradictions;
    supports.set(answer, { confirmed: known?.confirmed ?? confirmed, support });
    newer.push(answer);
  }
  return [...supports.values()].map(({ confirmed: { element, derived }, support }) => ({ element, derived, support }));
}

function answerOf({ element, derived }: ConfirmedMatch): string {
  return JSON.stringify([element, derived?.how ?? null, derived?.by ?? null, derived?.from ?? null]);
}

function pathOf(label: readonly string[]): string {
  return label.map((words) => readLabelText(words).text).join('/');
}

/** Pairs of characters without years and numbers, which change with every round. */
function gramsOf(title: string): Set<string> {
  const words = title.replace(/[\d〔〕年度月第号]/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + 1 < words.length; at++) grams.add(words.slice(at, at + 2));
  return grams;
}

/** Two forms without a title are as like as can be said. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared++;
  return shared / Math.max(one.size, other.size);
}
