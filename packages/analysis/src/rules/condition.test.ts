import { describe, expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import { conditionalMatches, directOrConditional, type Conditional } from './condition.ts';
import { pattern } from './wording.ts';

const LATE: Conditional = {
  when: pattern('(?:没交|出了事)'),
  then: /扣分|追究/gu,
  view: 'announced',
  reach: 30,
  unless: [],
};

function statementsOf(text: string): ReturnType<typeof readDocument>['statements'] {
  return readDocument(plainSource(text)).statements;
}

describe('conditional matches', () => {
  test('join a case that sounds like a report to what is announced for it', () => {
    const text = '各镇要负起责任,哪里出了事,就追究哪里一把手。';

    expect([...conditionalMatches(statementsOf(text), LATE)].map(({ start, end }) => text.slice(start, end))).toEqual([
      '哪里出了事,就追究哪里一把手',
    ]);
  });

  test('leave alone a penalty that is forbidden, or too far from its case', () => {
    const far = `没交的单位${'请与镇里的经办人再联系一次'.repeat(3)},扣分。`;

    expect([...conditionalMatches(statementsOf('没交表格的,一律不得扣分。'), LATE)]).toEqual([]);
    expect([...conditionalMatches(statementsOf(far), LATE)]).toEqual([]);
  });

  test('are not reported again where the words say it by themselves', () => {
    const direct = { view: 'announced', when: [pattern('没交~扣分')] } as const;

    expect([...directOrConditional(statementsOf('没交的,每次扣分。'), direct, LATE)]).toHaveLength(1);
  });
});
