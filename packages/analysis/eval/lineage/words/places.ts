/** How a superior's places, units and levels are called one level down. */
const ONE_LEVEL_DOWN: readonly (readonly [RegExp, string])[] = [
  [/各县（市、区）|各县（区）|各市、县（市、区）|各县区|各区县|各盟市|各旗县|各市（州）/g, '各乡镇（街道）'],
  [/县（区）|区县/g, '乡镇'],
  [/旗县/g, '苏木'],
  [/全市|全州|全省|全区/g, '全县'],
  [/我市|我州|我省|我区/g, '我县'],
  [/市级|州级|省级/g, '县级'],
  [/市直|州直|省直/g, '县直'],
  [/[市州省](?=财政|防指|消安委|安委办|安委会|禁毒)/g, '县'],
  [/(?<=[^城都])[市州省](?=[\p{Script=Han}]{1,7}(?:局|厅|委员会))/gu, '县'],
  [/省市县乡村五级/g, '县乡村三级'],
  [/县级财政/g, '镇级财政'],
];

const NEW_NAMES = ['凤台', '长桥', '杨柳', '白石', '沙河', '新安', '东岭', '荷塘'];

/** The name that opens a letterhead (清江市 → 清江), or null when it is no place. */
export function ownName(head: string): string | null {
  return /^([\p{Script=Han}]{2,3}?)(?:市|州|省|自治区)/u.exec(head)?.[1] ?? null;
}

export function moveDown(text: string, name: string | null, seat: number): string {
  const renamed =
    name === null
      ? text
      : text.replaceAll(
          new RegExp(`${name}(?:市|州|省|自治区)?`, 'g'),
          `${NEW_NAMES[seat % NEW_NAMES.length] ?? ''}县`,
        );
  return ONE_LEVEL_DOWN.reduce((result, [pattern, word]) => result.replaceAll(pattern, word), renamed);
}
