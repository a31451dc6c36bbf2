/** Words and conditions that often stand for each other; which is meant the rest of the label must say. */
const GROUPS: readonly string[] = [
  '单位 工作单位',
  '村委会 村',
  '年收入 纯收入',
  '关系 与本人关系',
  '关系 与户主关系',
  '数 人数',
  '数 户数',
  '数 次数',
  '编号 证号',
  '证件号 身份证号',
  '证号 证件号',
  '编号 地块编号',
  '地址 住址',
  '地址 经营地址',
  '经营地址 注册地址',
  '日期 有效期',
  '结束日期 有效期',
  '日期 开始日期',
  '日期 年月',
  '收入 纯收入',
  '收入 年收入',
  '金额 标准',
  '金额 补贴',
  '类别 等级',
  '状态 结果',
  '面积 建筑面积',
  '面积 合同面积',
  '职务 职业',
  '负责人 法定代表人',
  '负责人 责任人',
  '承包方代表 流出方',
  '耕地 承包地',
  '负责人 经营者',
  '法定代表人 经营者',
  '监护人 委托监护人',
  '单位 企业',
  '企业 商户',
  '帮扶责任人 包保责任人',
  '帮扶责任人 包户干部',
  '包保责任人 包户干部',
  'age>=60 老年',
  'age>=80 高龄',
  'age<18 未成年',
  'age<16 儿童',
  'age<18 儿童',
  'age>60 age>=60',
  'age<=18 age<18',
  'age<=16 age<16',
];

const NEAR = new Map<string, string[]>();
for (const group of GROUPS) {
  const [one = '', other = ''] = group.split(' ');
  NEAR.set(one, [...(NEAR.get(one) ?? []), other]);
  NEAR.set(other, [...(NEAR.get(other) ?? []), one]);
}
const NOTHING: readonly string[] = [];

export function isNear(one: string, other: string): boolean {
  return nearTo(one).includes(other);
}

/** The words that may stand for the word. */
export function nearTo(word: string): readonly string[] {
  return NEAR.get(word) ?? NOTHING;
}
