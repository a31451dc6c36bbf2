import { readFileSync } from 'node:fs';
import { createChecker, plainSource, type CheckResult } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import { readDraft } from '../../reading.ts';
import { findMatch, type MatchCandidate } from './matching.ts';

/** Orders as people paste them, and the demand of the register that each is, if any; written by hand. */
interface Evaluation {
  readonly demands: readonly (Omit<MatchCandidate, 'code' | 'issuer' | 'isBearer'> & { readonly id: string })[];
  readonly orders: readonly { readonly text: string; readonly is: string | null }[];
}

const { demands, orders } = JSON.parse(
  readFileSync(new URL('../../../../../eval/off-gate.json', import.meta.url), 'utf8'),
) as Evaluation;

const register: MatchCandidate[] = [
  ...demands.map((demand) => ({ ...demand, code: null, issuer: demand.issuerName, isBearer: true })),
  {
    ...{ id: 'coded', title: '另一件事', ask: '另一件事', docNumber: null, code: 'QH26-7K3F-9D' },
    ...{ issuer: null, issuerName: null, dueAt: null, startsAt: null, isBearer: true },
  },
];

const checker = createChecker({});
const TODAY = '2026-03-05';

function check(text: string): CheckResult {
  return checker.check(plainSource(text), { today: TODAY });
}

function matchOf(text: string): string | null {
  const result = check(text);
  const { draft } = readDraft({ ...result, text }, { issuer: '130101000011', units: [], today: TODAY });
  const { meeting, docNumber } = result.document;
  const startsAt = draft.details.kind === 'meeting' && meeting?.start != null ? draft.details.startsAt : null;
  const order = { text, title: draft.title, docNumber, issuer: null, dueAt: draft.dueAt, startsAt };
  return findMatch(order, register)?.id ?? null;
}

test('most orders are found, and hardly ever another demand is taken for one', () => {
  const outcomes = orders.map(({ text, is }) => ({ text, is, found: matchOf(text) }));
  const found = outcomes.filter(({ found: id }) => id !== null);
  const right = found.filter(({ is, found: id }) => is === id);
  const known = outcomes.filter(({ is }) => is !== null);

  const wrong = outcomes.filter(({ is, found: id }) => is !== id);
  const listed = wrong.map(({ text, is, found: id }) => `${is} ${id} ${text}`).join('\n');
  expect(right.length / known.length, listed).toBeGreaterThanOrEqual(0.85);
  expect(right.length / found.length, listed).toBeGreaterThanOrEqual(0.95);
});
