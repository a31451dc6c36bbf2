import { Refusal } from '@qingzhuang/contract';
import type { Acting } from '../../../../../platform/context.ts';
import type { Seals } from '../../../../../platform/sealed.ts';
import type { CountyElement } from '../../../elements/element.ts';
import { keepValue, openValue } from '../../operations.ts';
import { listFacts } from '../../store.ts';
import { batchOf } from '../operations.ts';
import { insertBatch, lockSubjects, takeBatchNumber, updateFacts } from '../store.ts';
import { findTaken, recode, recodingOf, TAKEN } from '../subjects/operations.ts';

/** What the owner of an element has said of a value that was in dispute; it counts from today as the owner's word. */
interface Resolved {
  readonly subject: number;
  readonly element: CountyElement;
  readonly value: string;
  /** For which it was resolved. */
  readonly unit: string;
}

/** Writes it beside nothing: the owner has decided. Refuses a code that is another subject’s. */
export async function writeResolved(
  acting: Acting,
  seals: Seals,
  { subject, element, value, unit }: Resolved,
): Promise<void> {
  const { db, actor, clock } = acting;
  const { county } = actor;
  await lockSubjects(db, county, [subject]);
  const batch = await takeBatchNumber(db);
  const place = { subject, element: element.key };
  const [held] = await listFacts(db, { county, subjects: [subject], elements: [element.key] });
  const recoding = held === undefined ? [] : recodingOf(subject, element, [openValue(seals, county, held), value]);
  if ((await findTaken({ db, seals, county }, recoding)).size > 0) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/take', detail: TAKEN }] });
  }
  const row = {
    ...place,
    ...keepValue({ seals, county }, { subject, element, value }),
    ...{ asOf: clock.today(), batch, place: null, confidence: 1, byOwner: true },
  };
  await updateFacts(db, county, [row]);
  await recode({ db, seals, county }, recoding);
  const source = { kind: 'correction', name: '数源单位裁定', unit, asOf: row.asOf } as const;
  const digest = seals.digest(value, `batch ${county} ${batch}`).toString('hex');
  const counts = { created: 0, updated: 1, confirmed: 0, conflicts: 0 };
  await insertBatch(db, county, batchOf(acting, source, { ...counts, batch, digest, moved: 0 }));
}
