import type { Actor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { askedForms } from '../assessment/operations.ts';
import { isComplete } from '../assessment/held.ts';
import { listElements } from '../../catalogue/index.ts';
import { layOutRows, NO_HOLDINGS, UNTOUCHED, type FilledRow, type Filling } from '../filling/fill.ts';
import { sealContent } from '../filling/operations.ts';
import type { AnswerFor } from '../filling/sending/operations.ts';
import { appendFillEvents } from '../filling/store.ts';
import { byKey, findHoldings } from '../holdings/operations.ts';
import { askedFields } from '../layout/layout.ts';
import { findLayout, type KeptLayout } from '../layout/store.ts';
import { tallyOf } from '../reuse/reuse.ts';
import { noteProduction, insertProduced, listUnproduced, type Unproduced } from './store.ts';

/** What the system needs to answer by itself. */
export interface Producing extends Omit<Acting, 'actor'> {
  readonly seals: Seals;
  readonly answerFor: AnswerFor;
}

/** Nobody: the program itself. */
const PROGRAM = '00000000-0000-4000-8000-000000000000';
/** So many bearers are looked up and written at once. */
const MOST_AT_ONCE = 20;

/**
 * Answers, for all bearers of the county's admitted forms, those of which every value is known and fresh: they are told
 * so, and have nothing to do. Each form is looked through once. Gives how many were looked through.
 */
export async function produceForms(parts: Producing, county: string): Promise<number> {
  const waiting = await inCounty(parts.db, county, (tx) => listUnproduced(tx, county));
  for (const form of waiting) {
    for (let from = 0; from < form.bearers.length; from += MOST_AT_ONCE) {
      const units = form.bearers.slice(from, from + MOST_AT_ONCE);
      await inCounty(parts.db, county, (tx) => produceFor({ ...parts, db: tx }, county, { ...form, units }));
    }
    const at = parts.clock.now().toISOString();
    await inCounty(parts.db, county, (tx) => noteProduction(tx, county, form.demand, at));
  }
  return waiting.length;
}

interface Part extends Unproduced {
  readonly units: readonly string[];
}

/** Twice is as once: who has begun, or is answered for, is left alone. */
async function produceFor(parts: Producing, county: string, { demand, title, issuer, units }: Part): Promise<void> {
  const actor: Actor = { person: PROGRAM, name: '系统', county, posts: [] };
  const acting: Acting = { ...parts, actor };
  const layout = await findLayout(acting.db, { county, demand });
  if (layout === undefined || !mayBeComplete(layout)) return;
  const asked = askedForms(layout);
  const elements = byKey(await listElements(acting.db, county));
  const ask = { asked, units, by: issuer, receiver: issuer, demand, purpose: `由系统产生报表：${title}` };
  const holdings = await findHoldings(acting, parts.seals, ask);
  const filling: Filling = { elements, today: parts.clock.today() };
  for (const unit of units) {
    const rows = layOutRows(asked, holdings.get(unit) ?? NO_HOLDINGS, UNTOUCHED, filling);
    // Nobody has to look: nothing is spent.
    const tally = { ...tallyOf(asked, rows), minutesWith: 0 };
    if (isComplete(rows)) await answer(acting, parts, { key: { county, demand, unit }, rows, tally });
  }
}

/** A field that the catalogue does not know can never be known of anybody. */
function mayBeComplete(layout: KeptLayout): boolean {
  const fields = askedFields(layout);
  return fields.length > 0 && fields.every(({ certainty }) => certainty === 'known');
}

interface Complete {
  readonly key: { readonly county: string; readonly demand: string; readonly unit: string };
  readonly rows: readonly FilledRow[];
  readonly tally: ReturnType<typeof tallyOf>;
}

async function answer(acting: Acting, { seals, answerFor }: Producing, { key, rows, tally }: Complete): Promise<void> {
  const at = acting.clock.now().toISOString();
  if (!(await insertProduced(acting.db, key, { content: sealContent(seals, key, rows), tally, at }))) return;
  const event = acting.chance.id();
  const { demand, unit } = key;
  const produced = { id: event, type: 'form-produced', data: {}, content: null, saidAt: null };
  await appendFillEvents(acting.db, key, [produced], { person: acting.actor.person, at });
  const text = `系统已按县里的数据填好 ${rows.length} 行，不用办理；有不对的请重新打开更正。`;
  await answerFor(acting, { unit, demand, event, answer: { text, files: [], unchanged: true, form: true } });
}
