import { describe, expect, test } from 'vitest';
import { codeElementOf, decideWrite, mayStandInClear, type Statement } from './fact.ts';
import type { CountyElement } from '../elements/element.ts';

const TODAY = '2026-03-05';
const VILLAGE = { kind: 'form', name: '走访表', unit: '130101101201' } as const;
const OWNER = { kind: 'register', name: '低保台账', unit: '130101000011' } as const;

function say(value: string, asOf: string, source: Statement['source'] = VILLAGE): Statement {
  return { value, asOf, source, byOwner: source === OWNER };
}

describe('a date', () => {
  const element = { type: 'date', updatePeriod: 'yearly' } as const;

  test.each(['2019-03', '2019'])('is confirmed and not replaced by %s, which only says less', (rougher) => {
    expect(decideWrite(say('2019-03-12', '2025-12-01', OWNER), say(rougher, '2026-03-04', OWNER), element, TODAY)).toBe(
      'confirmed',
    );
    expect(decideWrite(say('2019-03-12', '2025-12-01'), say(rougher, '2025-12-01'), element, TODAY)).toBe('unchanged');
  });

  test('is replaced by another month', () => {
    expect(decideWrite(say('2019-03-12', '2025-12-01'), say('2019-04', '2026-03-04'), element, TODAY)).toBe('updated');
  });

  test('alone has rougher spellings: a code that begins like another is another', () => {
    const text = { type: 'text', updatePeriod: 'yearly' } as const;
    expect(decideWrite(say('12-3', '2025-12-01'), say('12', '2026-03-04'), text, TODAY)).toBe('updated');
  });
});

describe('the owner’s word', () => {
  const element = { type: 'text', updatePeriod: 'monthly' } as const;

  test('is made no fresher by who is not its owner', () => {
    expect(decideWrite(say('甲', '2026-02-20', OWNER), say('甲', '2026-03-04'), element, TODAY)).toBe('unchanged');
    expect(decideWrite(say('甲', '2026-02-20', OWNER), say('甲', '2026-03-04', OWNER), element, TODAY)).toBe(
      'confirmed',
    );
  });

  test('that has expired becomes the word of who says the same again', () => {
    expect(decideWrite(say('甲', '2026-01-02', OWNER), say('甲', '2026-03-04'), element, TODAY)).toBe('confirmed');
  });
});

describe('a village', () => {
  const element = { type: 'text', updatePeriod: 'yearly' } as const;
  const correction = { ...VILLAGE, kind: 'correction', name: '单条更正' } as const;

  test.each([correction, { ...VILLAGE, name: '另一张表' }])('corrects its own form the same day: $name', (source) => {
    expect(decideWrite(say('甲', '2026-03-05'), say('乙', '2026-03-05', source), element, TODAY)).toBe('updated');
  });

  test.each([{ ...correction, unit: '130101101202' }, { ...VILLAGE, kind: 'register', name: '村里的台账' } as const])(
    'is contradicted by $kind $name of $unit',
    (source) => {
      expect(decideWrite(say('甲', '2026-03-05'), say('乙', '2026-03-05', source), element, TODAY)).toBe('conflict');
    },
  );
});

describe('a code', () => {
  const number = { key: 'household.head-identity-number', type: 'identity-number' } as CountyElement;
  const register = { key: 'household.register-number', type: 'text' } as CountyElement;
  const both = new Map([number, register].map((element) => [element.key, element]));

  test.each([
    ['11010519491231002X', number],
    ['110105491231002', number],
    ['000012345', register],
  ])('%s of a household belongs to one element', (code, element) => {
    expect(codeElementOf('household', code, both)).toBe(element);
  });

  test('that is an identity number is never told of another element', () => {
    expect(codeElementOf('household', '11010519491231002X', new Map([[register.key, register]]))).toBeUndefined();
  });

  test.each([
    ['11010519491231002X', false],
    ['110105491231002', false],
    ['130101101201001', true],
    ['000012345', true],
  ])('%s may stand in clear: %s', (code, may) => {
    expect(mayStandInClear(code)).toBe(may);
  });
});
