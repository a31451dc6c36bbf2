import type { demands } from '@qingzhuang/contract';
import type { Details } from '../../../details/detail-fields.ts';
import type { Demand } from '../queries.ts';

export type Draft = demands.DemandDraft;
export type CheaperWay = NonNullable<Demand['screening']>['cheaperWays'][number];

/** What is being typed about a demand, and the version it was typed on. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly version: number;
}

/** The part of a demand that its drafter writes. */
export function draftOf({ title, ask, issuer, bearers, dueAt, expiresOn, planItem, details }: Demand): Draft {
  return {
    title,
    ask,
    issuer,
    bearers: bearers.map(({ unit }) => unit),
    dueAt,
    expiresOn,
    planItem,
    // A reply is only read; what is typed grows from a copy of it.
    details: structuredClone(details) as Details,
  };
}

export interface Difference {
  readonly field: keyof Draft;
  readonly theirs: unknown;
  readonly yours: unknown;
}

const FIELDS = [
  'title',
  'ask',
  'issuer',
  'bearers',
  'dueAt',
  'expiresOn',
  'planItem',
  'details',
] as const satisfies readonly (keyof Draft)[];

/** Where two drafts say different things. The order of bearers is no difference. */
export function differencesOf(theirs: Draft, yours: Draft): Difference[] {
  return FIELDS.filter((field) => spell(theirs, field) !== spell(yours, field)).map((field) => ({
    field,
    theirs: theirs[field],
    yours: yours[field],
  }));
}

/** One field of a draft taken from another. */
export function withField(draft: Draft, from: Draft, field: keyof Draft): Draft {
  return { ...draft, [field]: from[field] };
}

/** The draft as a cheaper way would have it. */
export function withWay(draft: Draft, { details, leaveOut }: Pick<CheaperWay, 'details' | 'leaveOut'>): Draft {
  const bearers = draft.bearers.filter((unit) => !leaveOut.includes(unit));
  return {
    ...draft,
    // Nobody at all is no demand: the last one stays for the drafter to decide about.
    bearers: bearers.length > 0 ? bearers : draft.bearers,
    ...(details !== null && { details: structuredClone(details) as Details }),
  };
}

function spell(draft: Draft, field: keyof Draft): string {
  if (field === 'bearers') return draft.bearers.toSorted().join();
  if (field === 'dueAt') return draft.dueAt === null ? '' : String(Date.parse(draft.dueAt));
  return JSON.stringify(sorted(draft[field]));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
