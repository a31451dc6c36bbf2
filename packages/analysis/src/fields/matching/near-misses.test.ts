import { describe, expect, test } from 'vitest';
import { STARTER_CATALOGUE } from '../starter/index.ts';
import { createMatcher } from './matcher.ts';
import { formOf } from './testing/written-form.ts';

const matcher = createMatcher(STARTER_CATALOGUE);

/** What the fields of a form are taken for, those that are left open as null. */
function elementsOf(title: string, labels: readonly string[]): (string | null)[] {
  const { form } = formOf({ title, lines: labels.map((label) => `${label} = -`) });
  return matcher.match(form).map(({ element }) => element);
}

describe('whose a value is', () => {
  test('users are no households', () => {
    expect(elementsOf('退役军人信息', ['用户姓名', '性别', '身份证号', '手机号码'])).toEqual([
      ...['person.name', 'person.sex', 'person.identity-number', 'person.phone'],
    ]);
  });

  test('a body has a telephone of its own, whoever else the form names', () => {
    const labels = ['企业名称', '企业联系方式', '法定代表人姓名', '法定代表人联系方式'];
    expect(elementsOf('非公有制经济组织', labels)).toEqual([
      ...['organisation.name', 'organisation.phone', 'organisation.legal-person', 'organisation.legal-person-phone'],
    ]);
  });

  test('another office is another person', () => {
    expect(elementsOf('企业基本情况表', ['单位名称', '单位负责人', '统计负责人'])).toEqual([
      ...['organisation.name', 'organisation.manager-name', null],
    ]);
  });

  test('how two people are related is one question', () => {
    expect(elementsOf('困境儿童登记表', ['姓名', '领取人与儿童关系'])).toEqual(['person.name', null]);
  });
});

describe('what the rows are', () => {
  test('where people go to school does not make them schools', () => {
    const labels = ['姓名', '政治面貌', '学校名称', '学院名称', '监护人姓名'];
    expect(elementsOf('学生信息', labels).toSpliced(3, 1)).toEqual([
      ...['person.name', 'person.political-status', 'person.school-name', 'person.guardian-name'],
    ]);
  });

  test('things of a kind that is not known are called by no household', () => {
    const [name] = elementsOf('防汛物资台账', ['物资名称', '规格型号', '数量']);
    expect(name).not.toBe('household.head-name');
    expect(name).not.toBe('plot.name');
  });

  test('what is held of households only is not asked of places', () => {
    expect(elementsOf('公共文化场所', ['名称', '从业人员数', '供水方式'])[2]).toBeNull();
  });
});

describe('words that make it another value', () => {
  test.each([
    ['家庭成员登记表', '是否首次参保'],
    ['村庄信息统计表', '农业人口数（人）'],
    ['困难职工登记表', '困难类型'],
    ['资金发放明细', '发放金额（元）'],
    ['困境儿童登记表', '保障标准（元）'],
    ['居民登记表', '日期#date'],
  ])('in %s nothing is known of %s', (title, label) => {
    expect(elementsOf(title, ['姓名', label])[1]).toBeNull();
  });

  test('what is told about a thing is not its name', () => {
    expect(elementsOf('走访记录', ['走访时间', '隐患信息'])[1]).not.toBe('event.title');
  });

  test('what the title says need not be said again', () => {
    const labels = ['姓名', '月保障金额（元）'];
    expect(elementsOf('农村低保对象花名册', labels)[1]).toBe('person.minimum-living-amount');
    expect(elementsOf('居民花名册', labels)[1]).toBeNull();
  });
});

describe('other words for the same value', () => {
  test.each([
    ['流动人口', '户籍门（楼）详址', 'person.register-address'],
    ['流动人口', '现住门（楼）详址', 'person.address'],
    ['流动人口', '服务处所', 'person.employer'],
    ['特困人员花名册', '基本生活费（元）', 'person.destitute-amount'],
    ['儿童登记表', '就学情况', 'person.schooling-stage'],
  ])('in %s %s is %s', (title, label, element) => {
    expect(elementsOf(title, ['姓名', label])[1]).toBe(element);
  });

  test.each([
    ['行政村基本情况统计表', '村名称', '办公用房面积（平方米）', 'village.office-area'],
    ['行政村基本情况统计表', '村名称', '常住人口总户数（户）', 'village.resident-households'],
    ['隐患整改台账', '隐患名称', '完成时限', 'event.due'],
    ['防返贫监测户台账', '户主姓名', '风险识别时间', 'household.identified-date'],
  ])('in %s beside %s %s is %s', (title, beside, label, element) => {
    expect(elementsOf(title, [beside, label])[1]).toBe(element);
  });
});
