import { Refusal, type caps } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { settingsOn } from '../settings/store.ts';
import { ceilingLeft } from './ceiling.ts';
import { findNature, sumMonth } from './store.ts';

/** A bearer's month: what lies on it, its ceiling, and what makes most of it. */
export async function readBearerLoad(
  { db, actor: { county }, clock }: Acting,
  { bearer, month = clock.today().slice(0, 7) }: { readonly bearer: string; readonly month?: string },
): Promise<caps.BearerLoad> {
  const [nature, { minutes, demands }, { ceilingHours }] = await Promise.all([
    findNature(db, county, bearer),
    sumMonth(db, { county, bearer, month: `${month}-01` }),
    settingsOn(db, clock.today()),
  ]);
  if (nature === undefined) throw new Refusal('unknown-unit');
  const against = ceilingLeft(ceilingHours, nature, minutes);
  return {
    bearer,
    month,
    minutes,
    ceiling: against?.ceiling ?? null,
    left: against?.left ?? null,
    demands,
    explanation:
      '已准入事项的可能用时，除以承接单位数；一次性的计入开会、检查或截止所在的月，每年多次的从准入到失效（不超过 12 个月）平均摊到各月；已撤回和暂停的不计。',
  };
}

/** Minutes that the county allows on a bearer in a month; null where it has set no ceiling. */
export async function ceilingOf({ db, actor: { county }, clock }: Acting, bearer: string): Promise<number | null> {
  const [nature, { ceilingHours }] = await Promise.all([findNature(db, county, bearer), settingsOn(db, clock.today())]);
  if (nature === undefined) return null;
  return ceilingLeft(ceilingHours, nature, 0)?.ceiling ?? null;
}
