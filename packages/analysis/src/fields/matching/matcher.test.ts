import { describe, expect, test } from 'vitest';
import type { Element } from '../element.ts';
import { STARTER_CATALOGUE } from '../starter/index.ts';
import { createMatcher, type ConfirmedMatch } from './matcher.ts';
import { PERSON_FORMS } from './testing/person-forms.ts';
import { THING_FORMS } from './testing/thing-forms.ts';
import { VILLAGE_FORMS } from './testing/village-forms.ts';
import { formOf } from './testing/written-form.ts';

const matcher = createMatcher(STARTER_CATALOGUE);

describe('against the starter catalogue', () => {
  test.each([...PERSON_FORMS, ...THING_FORMS, ...VILLAGE_FORMS])('reads $title', (written) => {
    const { form, expected } = formOf(written);
    const found = matcher.match(form).map(({ element, derived }, at) => ({
      written: expected[at]?.written,
      answer: element === null ? '-' : [element, ...(derived === null ? [] : [derived.how])].join(' '),
    }));
    const wrong = found.filter(({ answer }, at) => expected[at]?.answers.includes(answer) !== true);
    expect(wrong).toEqual([]);
  });

  test('answers one match for each field in the order of the form', () => {
    const { form } = formOf({ title: '人员名册', lines: ['姓名 = -', '序号 = -', '性别 = -'] });
    expect(matcher.match(form).map(({ element }) => element)).toEqual(['person.name', null, 'person.sex']);
  });

  test('offers the three best when it does not answer, and nobody is asked about what is certain', () => {
    const { form } = formOf({ title: '残疾人花名册', lines: ['姓名 = -', '月补助标准（元） = -'] });
    const [name, amount] = matcher.match(form);
    expect(name?.candidates).toEqual([]);
    expect(amount?.element).toBeNull();
    expect(amount?.candidates.length).toBeGreaterThan(0);
    expect(amount?.candidates.length).toBeLessThanOrEqual(3);
  });

  test('a form of strange signs gets an answer for each field and no error', () => {
    const { form } = formOf({
      title: '',
      lines: [' = -', '（）((】 = -', '\u0000\uD800 = -', '/ = -', '及和与、 = -'],
    });
    expect(matcher.match(form).map(({ element }) => element)).toEqual([null, null, null, null, null]);
  });
});

describe('values that are made of others', () => {
  function derivedOf(title: string, lines: string[]): unknown[] {
    return matcher.match(formOf({ title, lines }).form).map(({ derived }) => derived);
  }

  test('an age, a sex and a month of birth come of the identity number', () => {
    expect(derivedOf('老年人名册', ['年龄（周岁） = -', '性别 = -', '出生年月 = -'])).toEqual([
      { from: ['person.identity-number'], how: 'age' },
      { from: ['person.identity-number'], how: 'sex' },
      { from: ['person.identity-number'], how: 'birth-date', by: 'month' },
    ]);
  });

  test('a view of a number is named', () => {
    expect(derivedOf('老年人名册', ['姓名 = -', '身份证号后四位 = -'])[1]).toEqual({
      from: ['person.identity-number'],
      how: 'identity-view',
      by: 'last-4',
    });
  });

  test('another unit is a conversion', () => {
    expect(derivedOf('承包地登记簿', ['地块编码 = -', '实测面积（平方米） = -'])[1]).toEqual({
      from: ['plot.measured-area'],
      how: 'unit',
      by: '平方米',
    });
  });

  test('two values in one cell are joined, and a level of an address is a part', () => {
    expect(derivedOf('务工人员名册', ['姓名 = -', '开户行及账号 = -', '务工地点/省 = -', '村组 = -']).slice(1)).toEqual(
      [
        { from: ['person.bank-name', 'person.bank-account'], how: 'joined', by: ' ' },
        { from: ['person.work-place'], how: 'part', by: 'province' },
        { from: ['village.name', 'person.village-group'], how: 'joined', by: '' },
      ],
    );
  });

  test('a household counts its members by what is known of them', () => {
    const { form } = formOf({
      title: '农户登记表',
      lines: ['户主姓名 = -', '家庭人口数（人） = -', '残疾人数（人） = -'],
    });
    expect(matcher.match(form)[2]).toMatchObject({
      element: 'person.has-disability',
      derived: { from: ['person.has-disability'], how: 'count' },
    });
  });

  test('a village is asked before people are counted for it', () => {
    const { form } = formOf({
      title: '各村人口统计表',
      lines: ['村名 = -', '户籍人口（人） = -', '90岁以上女性（人） = -'],
    });
    const match = matcher.match(form)[2];
    expect(match?.element).toBeNull();
    expect(match?.candidates[0]?.derived).toEqual({
      from: ['person.identity-number', 'person.sex'],
      how: 'count',
      by: 'age>=90&女',
    });
  });
});

describe('another catalogue', () => {
  function element(key: string, name: string, more: Partial<Element> = {}): Element {
    return {
      ...{ key, name, aliases: [], entity: 'person', type: 'text', unit: null, options: null, definition: '' },
      ...more,
    };
  }
  const foreign = createMatcher([
    element('XM', '姓名'),
    element('SFZ', '居民身份证号码', { type: 'identity-number' }),
    element('PO_XM', '配偶姓名'),
    element('PO_SFZ', '配偶公民身份号码', { type: 'identity-number' }),
    element('JZD', '现居住地址'),
    element('HJD', '户口所在地'),
    element('RK_HJ', '户籍人口', { entity: 'village', type: 'number', unit: '人' }),
    element('RK_CZ', '常住人口', { entity: 'village', type: 'number', unit: '人' }),
  ]);
  function answers(title: string, lines: string[]): unknown[] {
    return foreign.match(formOf({ title, lines }).form).map(({ element: key, derived }) => [key, derived?.how ?? null]);
  }

  test('keys are spelt any way, and what is derivable is found by meaning', () => {
    expect(
      answers('人员名册', [
        '姓名 = -',
        '身份证号 = -',
        '年龄#number = -',
        '出生年月 = -',
        '配偶姓名 = -',
        '配偶年龄#number = -',
      ]),
    ).toEqual([
      ['XM', null],
      ['SFZ', null],
      ['SFZ', 'age'],
      ['SFZ', 'birth-date'],
      ['PO_XM', null],
      ['PO_SFZ', 'age'],
    ]);
  });

  test('two addresses and two populations stay apart', () => {
    expect(answers('人员名册', ['家庭住址 = -', '户籍所在地 = -'])).toEqual([
      ['JZD', null],
      ['HJD', null],
    ]);
    expect(answers('各村人口统计表', ['户籍人口数（人） = -', '常住人口数（人） = -', '流动人口数（人） = -'])).toEqual(
      [
        ['RK_HJ', null],
        ['RK_CZ', null],
        [null, null],
      ],
    );
  });

  test('an empty catalogue knows nothing', () => {
    const { form } = formOf({ title: '人员名册', lines: ['姓名 = -'] });
    expect(createMatcher([]).match(form)).toEqual([{ element: null, confidence: 1, derived: null, candidates: [] }]);
  });
});

describe('what people confirmed', () => {
  const title = '强村富民工作台账';
  const lines = ['户主姓名 = -', '领办人员 = -'];
  function answerOf(confirmed: readonly ConfirmedMatch[], of = title): string | null | undefined {
    return createMatcher(STARTER_CATALOGUE, confirmed).match(formOf({ title: of, lines }).form)[1]?.element;
  }
  const helper: ConfirmedMatch = { label: ['领办人员'], title, element: 'household.helper-name', derived: null };

  test('a field that words cannot tell is known the next time', () => {
    expect(answerOf([])).toBeNull();
    expect(answerOf([helper])).toBe('household.helper-name');
  });

  test('a later contradiction counts more', () => {
    expect(answerOf([helper, { ...helper, element: null }])).toBeNull();
    expect(answerOf([{ ...helper, element: null }, helper])).toBe('household.helper-name');
  });

  test('it says little of a form about something else', () => {
    expect(answerOf([helper], '水库巡查记录')).toBeNull();
  });

  test('an element that the catalogue no longer has is forgotten', () => {
    expect(answerOf([{ ...helper, element: 'household.gone' }])).toBeNull();
  });
});
