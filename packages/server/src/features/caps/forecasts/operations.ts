import { Refusal, type caps } from '@qingzhuang/contract';
import { dayNumber } from '@qingzhuang/analysis';
import type { Acting } from '../../../platform/context.ts';
import { assertUnits } from '../../organisations/index.ts';
import { yearOf } from '../yearly/cap.ts';
import { capsLeft } from '../yearly/operations.ts';
import { explain, forecast } from './forecast.ts';
import { listYearsOfUse, type YearOfUse } from './store.ts';

/** Older years say little about this one. */
const MOST_PAST_YEARS = 3;

/** Where each cap of an issuer is heading. Of a past year it is what was used; a year to come has no forecast. */
export async function forecastCaps(
  { db, actor: { county }, clock }: Acting,
  { issuer, year }: { readonly issuer: string; readonly year: number },
): Promise<{ day: string; forecasts: caps.CapForecast[] }> {
  await assertUnits(db, [issuer]);
  const today = clock.today();
  if (year > yearOf(today)) throw new Refusal('wrong-state');
  const day = year < yearOf(today) ? `${year}-12-31` : today;
  const from = year - MOST_PAST_YEARS;
  const years = await listYearsOfUse(db, { county, issuer, from, until: year }, day.slice(5));
  const { caps: states } = await capsLeft(db, issuer, day);
  return {
    day,
    forecasts: states.flatMap(({ measure, granted, used }) => {
      if (granted === null && used === 0) return [];
      const facts = factsOf(
        years.filter((one) => one.measure === measure),
        day,
      );
      const { share, ...expected } = forecast(facts);
      return [{ measure, granted, used, ...expected, explanation: explain(facts, { share, ...expected }) }];
    }),
  };
}

function factsOf(years: readonly YearOfUse[], day: string): Parameters<typeof forecast>[0] {
  const year = yearOf(day);
  const present = years.find((one) => one.year === year);
  return {
    used: present?.soFar ?? 0,
    squares: present?.squares ?? 0,
    elapsed: elapsedShare(day),
    past: years.filter((one) => one.year < year).map(({ soFar, total }) => ({ soFar, total })),
  };
}

/** The share of the year's days that has passed, the day itself included. */
function elapsedShare(day: string): number {
  const year = yearOf(day);
  const first = dayNumber(`${year}-01-01`);
  return (dayNumber(day) - first + 1) / (dayNumber(`${year}-12-31`) - first + 1);
}
