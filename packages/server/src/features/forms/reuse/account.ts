/** The yearly account of reuse: by form, by issuer, in all. */
import type { DeepReadonly, forms } from '@qingzhuang/contract';
import { addTallies, EMPTY_TALLY, type Tally } from './reuse.ts';

interface FormTally extends Tally {
  readonly demand: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly fills: number;
}

type Figures = DeepReadonly<forms.Reuse['total']>;

const MOST_FORMS = 200;

/** How the figures come about: the same words beside every one of them. */
const EXPLANATION =
  '只算已送出或由系统产生的表，序号、合计等表内自算的格不算。带出占比＝系统带出的格数÷全部格数；' +
  '带错比例＝带出后被改动的格数÷带出的格数；少填的分钟＝全部手填的分钟－实际的分钟，' +
  '带出的格只按核对计，改动过的核对和填写都计，单价与关口测算负担所用的相同。不按承接单位统计。';

/** The account of these forms; those that saved most first. */
export function accountOf(
  tallies: readonly FormTally[],
  span: { readonly from: string; readonly until: string },
): DeepReadonly<forms.Reuse> {
  const issuers = [...Map.groupBy(tallies, ({ issuer }) => issuer)].map(([issuer, own]) => ({
    issuer,
    issuerName: own[0]?.issuerName ?? issuer,
    ...figuresOf(own),
  }));
  const all = tallies.map((tally) => {
    const { demand, title, issuer, issuerName } = tally;
    return { demand, title, issuer, issuerName, ...figuresOf([tally]) };
  });
  return {
    ...span,
    total: figuresOf(tallies),
    issuers: issuers.toSorted(byMinutes),
    forms: all.toSorted(byMinutes).slice(0, MOST_FORMS),
    explanation: EXPLANATION,
  };
}

function byMinutes(one: Figures, other: Figures): number {
  return other.minutesSaved - one.minutesSaved;
}

function figuresOf(tallies: readonly FormTally[]): Figures {
  const { cells, prefilled, wrong, minutesWithout, minutesWith } = tallies.reduce<Tally>(addTallies, EMPTY_TALLY);
  return {
    fills: tallies.reduce((sum, { fills }) => sum + fills, 0),
    ...{ cells, prefilled, wrong },
    prefilledShare: cells === 0 ? null : prefilled / cells,
    wrongRate: prefilled === 0 ? null : wrong / prefilled,
    minutesSaved: Math.round(minutesWithout - minutesWith),
  };
}
