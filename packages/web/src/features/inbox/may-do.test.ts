import { expect, test } from 'vitest';
import { mayDo } from './may-do.ts';

test.each([
  ['admitted', 'new', { isDue: true, mayAnswer: true, mayReturn: true }],
  ['admitted', 'opened', { isDue: true, mayAnswer: true, mayReturn: true }],
  ['admitted', 'answered', { isDue: false, mayAnswer: true, mayReturn: false }],
  ['admitted', 'returned', { isDue: false, mayAnswer: false, mayReturn: false }],
  ['admitted', 'released', { isDue: false, mayAnswer: false, mayReturn: false }],
  ['expired', 'new', { isDue: false, mayAnswer: false, mayReturn: true }],
  ['suspended', 'opened', { isDue: false, mayAnswer: false, mayReturn: true }],
  ['withdrawn', 'answered', { isDue: false, mayAnswer: false, mayReturn: false }],
] as const)('with a code that is %s, what is %s allows %j', (codeState, state, allowed) => {
  expect(mayDo({ codeState, state })).toEqual(allowed);
});
