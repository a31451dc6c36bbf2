import type { catalogue } from '@qingzhuang/contract';

/** How things of a kind are counted in Chinese: 27 人. */
export const measuresZh: Readonly<Record<catalogue.Entity, string>> = {
  person: '人',
  household: '户',
  house: '处房屋',
  plot: '块地',
  village: '个村',
  organisation: '家',
  facility: '处',
  event: '件',
};
