/** The invented county that everything can be tried in. No division has its code. */
import type { Role } from '@qingzhuang/contract';

export const COUNTY = { code: '139901', name: '清河县（演示）', letters: 'QH' } as const;

/** The same for all demo accounts: they hold nothing but invented things. */
export const DEMO_PASSWORD = 'travel-light-2026';

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly nature: 'office' | 'general-office' | 'department' | 'township' | 'subdistrict' | 'village' | 'community';
  readonly foundedOn: null;
}

export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  /** What this account is for, in one word. */
  readonly what: string;
}

const DEPARTMENTS = [
  '农业农村局',
  '应急管理局',
  '民政局',
  '教育局',
  '卫生健康局',
  '自然资源局',
  '住房和城乡建设局',
  '水利局',
  '生态环境分局',
  '文化广电和旅游局',
  '市场监督管理局',
  '人力资源和社会保障局',
] as const;
export type DepartmentName = (typeof DEPARTMENTS)[number];
const TOWNS =
  '柳河 石桥 白塔 青山 东岭 南湾 西坪 北关 红旗 新集 双桥 大王 小营 龙泉 杨庄 马桥 陈集 黄村 李店 河口'.split(' ');
const VILLAGES = '王庄 张庄 李庄 前营 后营 上坪 下坪 东沟 西沟 桥头 河湾 柳树 枣园 大槐 石井'.split(' ');
/** The first two are subdistricts with communities. */
const SUBDISTRICTS = 2;

function code(township: number, village: number): string {
  return `${COUNTY.code}${String(township).padStart(3, '0')}${String(village).padStart(3, '0')}`;
}

export const OFFICE = code(0, 1);
export const DEPARTMENT_CODES = DEPARTMENTS.map(departmentOf);

export function departmentOf(name: DepartmentName): string {
  return code(0, 11 + DEPARTMENTS.indexOf(name));
}

export const TOWN_CODES = TOWNS.map((_, index) => townOf(index));
export const VILLAGE_CODES = TOWNS.flatMap((_, town) => VILLAGES.map((__, village) => villageOf(town, village)));

function townOf(index: number): string {
  return index < SUBDISTRICTS ? code(1 + index, 0) : code(100 + index, 0);
}

/** Communities are numbered from 001, villages from 201. */
function villageOf(town: number, village: number): string {
  return `${townOf(town).slice(0, 9)}${String((town < SUBDISTRICTS ? 1 : 201) + village).padStart(3, '0')}`;
}

/** A dozen departments, 20 townships and 300 villages, from above to below. */
export const UNITS: readonly DemoUnit[] = [
  { code: OFFICE, name: '为基层减负办公室', nature: 'office', foundedOn: null },
  { code: code(0, 2), name: '县委办公室', nature: 'general-office', foundedOn: null },
  ...DEPARTMENTS.map((name, index) => ({
    code: code(0, 11 + index),
    name: `县${name}`,
    nature: 'department' as const,
    foundedOn: null,
  })),
  ...TOWNS.map((name, index) => ({
    code: townOf(index),
    name: name + (index < SUBDISTRICTS ? '街道' : '镇'),
    nature: index < SUBDISTRICTS ? ('subdistrict' as const) : ('township' as const),
    foundedOn: null,
  })),
  ...TOWNS.flatMap((_, town) =>
    VILLAGES.map((name, village) => ({
      code: villageOf(town, village),
      name: name + (town < SUBDISTRICTS ? '社区' : '村'),
      nature: town < SUBDISTRICTS ? ('community' as const) : ('village' as const),
      foundedOn: null,
    })),
  ),
];

const [AGRICULTURE = '', EMERGENCY = ''] = DEPARTMENT_CODES;

/** One for each role, named by it. */
export const ACCOUNTS: readonly DemoAccount[] = [
  { username: 'nigao', name: '周文清', role: 'drafter', unit: AGRICULTURE, what: '拟稿人（农业农村局）' },
  { username: 'shending', name: '陈立群', role: 'unit-lead', unit: AGRICULTURE, what: '单位负责人（农业农村局）' },
  { username: 'yingji', name: '马小川', role: 'drafter', unit: EMERGENCY, what: '拟稿人（应急管理局）' },
  { username: 'jianfu', name: '林素芬', role: 'office', unit: OFFICE, what: '减负办' },
  { username: 'jianfu2', name: '郭海峰', role: 'office', unit: OFFICE, what: '减负办（第二人）' },
  { username: 'lingdao', name: '赵国平', role: 'leader', unit: code(0, 0), what: '县领导' },
  { username: 'jiandu', name: '孙明', role: 'supervisor', unit: code(0, 0), what: '监督' },
  { username: 'zhen', name: '吴秀英', role: 'bearer-clerk', unit: townOf(2), what: '白塔镇经办' },
  { username: 'cun', name: '王二柱', role: 'bearer-clerk', unit: villageOf(2, 0), what: '白塔镇王庄村' },
];

export const ADMINISTRATOR = { username: 'guanli', name: '何静', what: '管理员' } as const;
