import { Refusal, type DeepReadonly, type forms } from '@qingzhuang/contract';
import type { Acting } from '../../../../../platform/context.ts';
import type { Seals } from '../../../../../platform/sealed.ts';
import { CODE_ELEMENTS, endSubject, writeFacts } from '../../../../catalogue/index.ts';
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
  return [...notTaken, ...(await endDead(acting, fill, day))].slice(0, MOST_NAMED);
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

/** Who was struck out as dead is taken off the county's lists, by whoever may do so. */
async function endDead(acting: Acting, { rows }: OpenFill, on: string): Promise<NotTaken[]> {
  const notTaken: NotTaken[] = [];
  for (const { row, subject, reason, removed } of rows) {
    if (removed === null || reason !== 'died' || subject === null || subject <= 0) continue;
    const why = await whyNotEnded(acting, { id: subject, on, reason: '报表划行：已去世' });
    if (why !== undefined) notTaken.push({ row, field: '', says: why });
  }
  return notTaken;
}

async function whyNotEnded(acting: Acting, end: Parameters<typeof endSubject>[1]): Promise<string | undefined> {
  try {
    await endSubject(acting, end);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Somebody has told so before.
    return error.code === 'wrong-state' ? undefined : '没有注销：请由所在村镇在数据目录办理';
  }
}
