import type { Role } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { assertExistsAt, assertMayConfirm, assertMayWithdraw, needsConfirmation } from './post.ts';

describe('a grant waits for another administrator', () => {
  test.each<[Role, boolean]>([
    ['office', true],
    ['supervisor', true],
    ['drafter', false],
    ['unit-lead', false],
    ['leader', true],
    ['bearer-clerk', false],
    ['auditor', true],
    ['administrator', false],
  ])('of %s to oneself: %s', (role, waits) => {
    expect(needsConfirmation({ person: 'a', role }, 'a')).toBe(waits);
    expect(needsConfirmation({ person: 'b', role }, 'a')).toBe(false);
  });
});

describe('a post exists', () => {
  const [county, bureau, town, village] = ['130101000000', '130101000011', '130101101000', '130101101201'];

  test.each<[Role, readonly string[]]>([
    ['drafter', [county, bureau, town, village]],
    ['unit-lead', [county, bureau, town, village]],
    ['bearer-clerk', [county, bureau, town, village]],
    ['office', [county, bureau]],
    ['leader', [county, bureau]],
    ['supervisor', [county, bureau]],
    ['auditor', [county, bureau]],
    ['administrator', [county]],
  ])('of a %s at %s and nowhere else', (role, places) => {
    for (const unit of [county, bureau, town, village]) {
      if (places.includes(unit)) expect(() => assertExistsAt(role, unit)).not.toThrow();
      else expect(() => assertExistsAt(role, unit)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    }
  });
});

describe('a confirmation', () => {
  const post = { state: 'awaiting', person: 'a', grantedBy: 'a' } as const;

  test('is another administrator’s', () => {
    expect(() => assertMayConfirm(post, 'b')).not.toThrow();
  });

  test.each([
    [post, 'a', 'four-eyes'],
    [{ ...post, grantedBy: 'b' }, 'a', 'four-eyes'],
    [{ ...post, grantedBy: 'b' }, 'b', 'four-eyes'],
    [{ ...post, state: 'in-force' }, 'b', 'wrong-state'],
    [{ ...post, state: 'ended' }, 'b', 'wrong-state'],
  ] as const)('of %j by %s is refused: %s', (refused, by, code) => {
    expect(() => assertMayConfirm(refused, by)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a withdrawal', () => {
  test.each([
    [{ state: 'in-force', role: 'administrator' }, 1],
    [{ state: 'awaiting', role: 'office' }, 0],
    [{ state: 'in-force', role: 'drafter' }, 0],
  ] as const)('of %j with %i other administrators is possible', (post, others) => {
    expect(() => assertMayWithdraw(post, others)).not.toThrow();
  });

  test.each([
    [{ state: 'in-force', role: 'administrator' }, 0],
    [{ state: 'ended', role: 'drafter' }, 1],
  ] as const)('of %j with %i other administrators is refused', (post, others) => {
    expect(() => assertMayWithdraw(post, others)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
  });
});
