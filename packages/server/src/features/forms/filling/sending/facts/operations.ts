import type { DeepReadonly, forms } from '@qingzhuang/contract';
import type { Acting } from '../../../../../platform/context.ts';
import type { Seals } from '../../../../../platform/sealed.ts';
import { CODE_ELEMENTS, settlePresence, writeFacts } from '../../../../catalogue/index.ts';
import type { OpenFill } from '../../operations.ts';
import { factsSaid, type SaidFact } from '../../write-back.ts';

export type NotTaken = DeepReadonly<forms.NotTaken>;

const LONGEST_NAME = 200;
const MOST_NAMED = 50;

/** Lets the county know what a form that was handed in on this day says; gives what it did not take. */
export async function tellCounty(
  acting: Acting,
  seals: Seals,
  fill: OpenFill,
  day: string,
): Promise<readonly NotTaken[]> {
  const { unit } = fill.key;
  const said = factsSaid(fill.asked, fill.rows, { unit, elements: fill.elements, codes: CODE_ELEMENTS, today: day });
  const notTaken: NotTaken[] = [];
  // Each value counts from the day on which somebody said it.
  for (const [asOf, facts] of Map.groupBy(said, (fact) => fact.asOf)) {
    notTaken.push(...(await write(acting, seals, fill, { asOf, facts })));
  }
  return [...notTaken, ...(await tellPresence(acting, fill, day))].slice(0, MOST_NAMED);
}

interface SaidOn {
  readonly asOf: string;
  readonly facts: readonly SaidFact[];
}

async function write(acting: Acting, seals: Seals, fill: OpenFill, { asOf, facts }: SaidOn): Promise<NotTaken[]> {
  const { key, head } = fill;
  const { unit, demand } = key;
  const name = `${head.unitName}填报「${head.title}」`.slice(0, LONGEST_NAME);
  const { refused, outcomes } = await writeFacts(acting, seals, facts, { kind: 'form', name, unit, demand, asOf });
  const reasons = new Map(refused.map(({ index, reason }) => [index, reason]));
  return facts.flatMap(({ row, field }, index) => {
    const disputed = outcomes[index] === 'conflict' ? '县里已有不同的值，等数源单位核定' : undefined;
    const says = reasons.get(index) ?? disputed;
    return says === undefined ? [] : [{ row, field, says }];
  });
}

/** Who was struck out as dead or not there is so from now on, and who stands again is back. */
async function tellPresence(acting: Acting, { key, rows }: OpenFill, on: string): Promise<NotTaken[]> {
  const known = rows.flatMap((row) =>
    row.subject === null || row.subject <= 0 ? [] : [{ ...row, subject: row.subject }],
  );
  const gone = known.flatMap(({ subject, removed, reason }) =>
    removed !== null && (reason === 'died' || reason === 'moved' || reason === 'not-ours')
      ? [{ subject, why: reason }]
      : [],
  );
  const back = known.flatMap(({ subject, isBack }) => (isBack === true ? [subject] : []));
  const refused = await settlePresence(acting, { unit: key.unit, on, gone, back });
  return known.flatMap(({ row, subject }) => {
    const says = refused.get(subject);
    return says === undefined ? [] : [{ row, field: '', says }];
  });
}
