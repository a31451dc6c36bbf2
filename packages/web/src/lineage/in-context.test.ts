import { expect, test } from 'vitest';
import type { ShownComparison } from './chain-level.ts';
import { inContext } from './in-context.ts';

const NONE = { count: 0, items: [] };

function withPassage(quote: string, superiorQuote: string): ShownComparison {
  const passage = {
    start: 100,
    end: 100 + quote.length,
    quote,
    superiorStart: 40,
    superiorEnd: 40 + superiorQuote.length,
    superiorQuote,
    similarity: 0.9,
    kind: 'copied' as const,
  };
  return {
    copiedShare: 0.9,
    boilerplateShare: 0,
    passages: { count: 1, items: [passage] },
    raised: NONE,
    deadlineCompressed: NONE,
    addedDemands: NONE,
    localMeasures: NONE,
  };
}

const BELOW = '三、各村每周走访一次老人，户数达到100%，填写登记表。';
const ABOVE = '三、各地每月走访一次老人，户数不少于90%。';
const COMPARISON = withPassage(BELOW, ABOVE);

function quoted(quote: string, text: string, from: number) {
  const start = from + text.indexOf(quote);
  return { start, end: start + quote.length, quote };
}

test('a number stands in its clause on both sides', () => {
  const raised = { superior: quoted('90%', ABOVE, 40), subordinate: quoted('100%', BELOW, 100) };

  expect(inContext(raised, COMPARISON)).toEqual({ above: '户数不少于90%', below: '户数达到100%' });
});

test('words that no passage holds stand alone', () => {
  const superior = { start: 0, end: 3, quote: '90%' };
  const subordinate = { start: 500, end: 504, quote: '100%' };

  expect(inContext({ superior, subordinate }, COMPARISON)).toEqual({ above: '90%', below: '100%' });
  expect(inContext({ superior: quoted('90%', ABOVE, 40), subordinate }, COMPARISON)).toEqual({
    above: '90%',
    below: '100%',
  });
});
