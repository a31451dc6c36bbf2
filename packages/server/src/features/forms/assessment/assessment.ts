/** What is said about a form at the gate: what is held already, whom it repeats, what it costs, what would cost less. */
import type { CatalogueElement, Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, forms } from '@qingzhuang/contract';
import { askedFields, identityOf, settledFields, type Layout, type SettledField } from '../layout/layout.ts';
import { HELD_SHARE, minutesOf, reusableShare, rounded, shareOf, type Held } from './held.ts';
import { suggestionsFor } from './suggestions.ts';

type Assessment = DeepReadonly<forms.FormAssessment>;

/** A form with fields in common, as the register has it. */
export interface ComparedForm extends Omit<forms.AlikeForm, 'share' | 'shared'> {
  readonly keys: readonly string[];
  /** How many fields it has. */
  readonly fields: number;
}

/** An element with the name of who answers for it. */
export type NamedElement = Pick<CatalogueElement, 'key' | 'name' | 'source'>;

export interface Assessed {
  readonly demand: string;
  readonly layout: Layout;
  readonly held: Held;
  readonly timesPerYear: number;
  readonly elements: ReadonlyMap<string, NamedElement>;
  readonly others: readonly ComparedForm[];
}

/** From this share of the fields of a stopped form on, it has come back: `variant/revived`. */
const REVIVED_SHARE = 0.6;
/** Forms that share less are not worth a word. House setting. */
const LEAST_OVERLAP = 0.3;
const MOST_ALIKE = 5;
const PRECISION = 10;
const UNASKED: ReadonlySet<Assessment['fields'][number]['verdict']> = new Set(['computed', 'remark', 'dropped']);

/** The whole page of the drafter about his form. */
export function assess(given: Assessed): Assessment {
  const { demand, layout, held, others, timesPerYear } = given;
  const fields = settledFields(layout).map((field) => assessedField(field, given));
  const asked = fields.filter(({ verdict }) => !UNASKED.has(verdict));
  const { before, after } = minutesOf(layout, held);
  const counts = {
    fields: asked.length,
    held: count(asked, 'held'),
    partlyHeld: count(asked, 'partly-held'),
    notHeld: count(asked, 'not-held'),
    unsure: count(asked, 'unsure'),
  };
  const alike = alikeForms(layout, others);
  return {
    demand,
    verdict: verdictOf(counts, before.likely - after.likely),
    counts,
    reusableShare: reusableShare(layout, held),
    bearers: held.bearers,
    subjects: Math.round(held.rows * held.bearers),
    producible: held.sampled === 0 ? 0 : Math.round((held.complete / held.sampled) * held.bearers),
    fields,
    overlaps: alike.filter(({ endedOn, share }) => endedOn === null && share >= LEAST_OVERLAP).slice(0, MOST_ALIKE),
    revived: revivedForms(layout, others),
    missingMarks: missingMarks(layout),
    ...{ before: rounded(before), after: rounded(after) },
    suggestions: suggestionsFor(layout, held, {
      timesPerYear,
      asked,
      running: alike.filter(({ endedOn }) => endedOn === null),
    }),
    explanation: explain(given, before, after),
  };
}

function count(fields: Assessment['fields'], verdict: Assessment['fields'][number]['verdict']): number {
  return fields.filter((field) => field.verdict === verdict).length;
}

function assessedField(settled: SettledField, { held, elements }: Assessed): Assessment['fields'][number] {
  const { key, field, element, derived, use } = settled;
  const known = element === null ? undefined : elements.get(element);
  return {
    ...{ key, label: [...field.label], element, use },
    verdict: verdictOn(settled, shareOf(held, key)),
    elementName: known?.name ?? null,
    owner: known?.source ?? null,
    isDerived: derived !== null,
    share: shareOf(held, key),
    asOf: held.fields[key]?.asOf ?? null,
  };
}

function verdictOn({ certainty, keep }: SettledField, share: number): Assessment['fields'][number]['verdict'] {
  if (certainty === 'computed' || certainty === 'remark') return certainty;
  if (!keep) return 'dropped';
  if (certainty === 'ask') return 'unsure';
  if (share >= HELD_SHARE) return 'held';
  return share > 0 ? 'partly-held' : 'not-held';
}

function verdictOf({ fields, held, partlyHeld }: Assessment['counts'], minutesSaved: number): string {
  if (fields === 0) return '各栏都已删去，不用再发表。';
  if (held + partlyHeld === 0) return `${fields} 栏县里都还没有，要由承接单位填。`;
  const partly = partlyHeld === 0 ? '' : `，另有 ${partlyHeld} 栏有一部分`;
  const whole = held === 0 ? '没有一栏县里全有' : ` ${held} 栏县里已有`;
  return `${fields} 栏里${whole}${partly}；由系统带出，每个单位少填 ${durationSays(minutesSaved)}。`;
}

const MINUTES = 60;

function durationSays(minutes: number): string {
  if (minutes < MINUTES) return `${Math.max(1, Math.round(minutes))} 分钟`;
  return `${Math.round((minutes / MINUTES) * PRECISION) / PRECISION} 小时`;
}

/** How much of the draft's own form others have. */
function alikeForms(layout: Layout, others: readonly ComparedForm[]): readonly forms.AlikeForm[] {
  const own = new Map(askedFields(layout).map((field) => [identityOf(field), field.field.label.join('/')]));
  if (own.size === 0) return [];
  return others.map((other) => alikeTo(other, own, own.size)).toSorted((one, other) => other.share - one.share);
}

function alikeTo(
  { demand, title, issuerName, endedOn, keys }: ComparedForm,
  own: ReadonlyMap<string, string>,
  of: number,
): forms.AlikeForm {
  const shared = keys.flatMap((key) => own.get(key) ?? []);
  return { demand, title, issuerName, endedOn, shared, share: shared.length / of };
}

/** Forms that were stopped and most of whose fields are asked again, and none fewer. */
function revivedForms(layout: Layout, others: readonly ComparedForm[]): forms.AlikeForm[] {
  const own = new Map(askedFields(layout).map((field) => [identityOf(field), field.field.label.join('/')]));
  return others
    .filter(({ endedOn, fields }) => endedOn !== null && own.size >= fields)
    .map((other) => alikeTo(other, own, Math.max(1, other.fields)))
    .filter(({ share }) => share >= REVIVED_SHARE)
    .slice(0, MOST_ALIKE);
}

const MARKS = ['formNo', 'maker', 'approvalNo', 'validUntil'] as const;

/** Marks that none of the forms shows: a workbook shows them once. */
function missingMarks({ forms: all }: Layout): Assessment['missingMarks'][number][] {
  return MARKS.filter((mark) => all.every(({ form }) => form.marks[mark] === null));
}

/** How the figures came about, in plain words. */
function explain({ held, layout }: Assessed, before: Interval, after: Interval): string {
  const sampled =
    held.sampled < held.bearers
      ? `查看了 ${held.bearers} 个承接单位中的 ${held.sampled} 个，其余按平均数推算`
      : `查看了全部 ${held.bearers} 个承接单位`;
  return [
    `${held.on} ${sampled}，平均每个单位 ${Math.round(held.rows * PRECISION) / PRECISION} 行。`,
    `某栏县里有新鲜数据的行占 ${HELD_SHARE * 100}% 以上，算“已有”；数据在更新周期之内算新鲜。`,
    `全部手填：每类字段的单价×${askedFields(layout).length} 栏×行数，加打开和发送一张表的时间，约 ${Math.round(before.likely)} 分钟。`,
    `带出以后：有数据的格子只按核对计，约 ${Math.round(after.likely)} 分钟。单价与关口测算负担所用的相同。`,
  ].join('');
}
