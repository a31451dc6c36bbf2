/** Whom a unit may burden. */
import { isBelow, isCountyBlock, Refusal } from '@qingzhuang/contract';

/** The county and its departments may ask anyone; a township itself and the villages below it; a village only itself. */
export function mayBurden(issuer: string, bearer: string): boolean {
  return isCountyBlock(issuer) || bearer === issuer || isBelow(bearer, issuer);
}

/** Refuses bearers that belong to somebody else. */
export function assertMayBurden(issuer: string, bearers: readonly string[]): void {
  const others = bearers.filter((bearer) => !mayBurden(issuer, bearer));
  if (others.length === 0) return;
  const detail = `乡镇（街道）只能要求本单位和所辖的村（社区），不能要求别的单位：${others.slice(0, MOST_NAMED).join('、')}`;
  throw new Refusal('invalid-input', { errors: [{ pointer: '/bearers', detail }] });
}

const MOST_NAMED = 5;
