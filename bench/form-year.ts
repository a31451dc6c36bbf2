/**
 * A county asks sixty forms in twelve months: how much of them clerks still have to type. It begins with five
 * registers of departments; all else it learns from the answers. What is true changes meanwhile without anybody telling the county.
 */
import type { SignedIn } from '../packages/server/src/testing/sign-in.ts';
import { createChance, type Chance } from './form-year/chance.ts';
import { inventForm } from './form-year/asked.ts';
import { COUNTY, OFFICE, openFormCounty, type FormCounty } from './form-year/county.ts';
import { fillIn, nameOf, NOTHING, plus, type Tally } from './form-year/clerk.ts';
import { issue } from './form-year/drafter.ts';
import { inventTruth, type Truth } from './form-year/truth.ts';
import { print, round } from './measurement.ts';

const MONTHS = 12;
const FORMS_A_MONTH = 5;
const VILLAGES = 6;
const HOUSEHOLDS = 20;
const SEED = 20_261_122;

/** Prints a line for each month, then the year from the second month on, and what it comes to as measurements. */
export async function benchFormYear(): Promise<void> {
  const chance = createChance(SEED);
  const villages = Array.from({ length: VILLAGES }, (_, index) => `${COUNTY}101${String(201 + index)}`);
  const truth = inventTruth(chance, villages, HOUSEHOLDS);
  const county = await openFormCounty(dayOf(0));
  const told = new Set<string>();
  try {
    // A register is of units that the county knows; clerks come with theirs.
    for (const unit of villages) await county.signInAs('bearer-clerk', unit);
    for (const [title, elements] of REGISTERS) {
      await county.register(title, truth.subjects, elements);
      for (const name of namesIn(truth, elements)) told.add(name);
    }
    const months: Tally[] = [];
    console.log('month | cells | prefilled | of what was told before | right | characters typed | without | saved');
    for (let month = 0; month < MONTHS; month += 1) {
      county.setDay(dayOf(month));
      const tally = await passMonth({ county, truth, chance, villages, told }, month);
      months.push(tally);
      console.log(line(String(month + 1), tally));
      truth.passMonth();
    }
    report(months.slice(1).reduce(plus, NOTHING), months.slice(1));
  } finally {
    await county.close();
  }
}

interface World {
  readonly county: FormCounty;
  readonly truth: Truth;
  readonly chance: Chance;
  readonly villages: readonly string[];
  readonly told: Set<string>;
}

/** The forms of a month, each filled in by every village. */
async function passMonth({ county, truth, chance, villages, told }: World, month: number): Promise<Tally> {
  const today = dayOf(month);
  const drafter = await county.signInAs('drafter', `${COUNTY}000011`);
  const office = await county.signInAs('office', OFFICE);
  const clerks: [string, SignedIn][] = [];
  for (const unit of villages) clerks.push([unit, await county.signInAs('bearer-clerk', unit)]);
  let tally = NOTHING;
  for (let number = 0; number < FORMS_A_MONTH; number += 1) {
    const form = inventForm(chance);
    const moment = { number: month * FORMS_A_MONTH + number, today };
    const demand = await issue({ drafter, office }, form, villages, moment);
    await county.produce();
    for (const [unit, clerk] of clerks) {
      const asked = truth.subjects.filter(
        (one) => one.unit === unit && !one.isGone && one.entity === form.entity && form.isAsked(one, today),
      );
      tally = plus(tally, await fillIn(clerk, { demand, unit }, form, { asked, today, told }));
    }
  }
  return tally;
}

/** Registers that every county keeps anyway, brought in on the first day. */
const REGISTERS: readonly (readonly [name: string, elements: readonly string[]])[] = [
  ['公安户籍登记', ['person.identity-number', 'person.name', 'person.people', 'person.address']],
  ['民政低保台账', ['person.has-minimum-living']],
  ['医保参保名册', ['person.has-medical-insurance']],
  ['农户底册', ['household.register-number', 'household.head-name', 'household.people', 'household.arable-area']],
  ['村名册', ['village.code', 'village.name', 'village.registered-population', 'village.groups']],
];

/** The values that a register of these elements holds. */
function namesIn({ subjects }: Truth, elements: readonly string[]): string[] {
  return subjects.flatMap((subject) =>
    elements.filter((element) => subject.values.has(element)).map((element) => nameOf(subject, element)),
  );
}

function dayOf(month: number): string {
  return `2026-${String(month + 1).padStart(2, '0')}-10`;
}

function line(name: string, tally: Tally): string {
  const { cells, typed, without } = tally;
  return [
    name.padStart(5),
    cells,
    percent(prefilledShare(tally)),
    percent(toldShare(tally)),
    percent(rightShare(tally)),
    typed,
    without,
    percent(1 - typed / without),
  ].join(' | ');
}

function prefilledShare({ cells, prefilled }: Tally): number {
  return prefilled / cells;
}

function toldShare({ told, toldPrefilled }: Tally): number {
  return toldPrefilled / told;
}

/** What stands in rows that do not belong there is wrong as well. */
function rightShare({ prefilled, stray, wrong }: Tally): number {
  return 1 - (wrong + stray) / (prefilled + stray);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function report(total: Tally, months: readonly Tally[]): void {
  console.log(line('2–12', total));
  const shares = {
    'form-year.prefilled': [prefilledShare(total), ...months.map(prefilledShare)],
    'form-year.prefilled-of-told': [toldShare(total), ...months.map(toldShare)],
    'form-year.right': [rightShare(total), ...months.map(rightShare)],
    'form-year.characters-saved': [
      1 - total.typed / total.without,
      ...months.map((one) => 1 - one.typed / one.without),
    ],
  };
  for (const [name, [value = 0, ...each]] of Object.entries(shares)) {
    const sorted = each.toSorted((one, other) => one - other);
    // Of shares the small ones matter: p95 is what 95 of 100 months reach.
    const [p50 = 0, p95 = 0] = [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.05)]];
    print({
      name,
      unit: 'share',
      value: round(value),
      p50: round(p50),
      p95: round(p95),
      n: each.length,
      peer: null,
      ratio: null,
    });
  }
}
