import type { Db } from '../../../../platform/db.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import { placeOf } from '../operations.ts';
import { listSealedOtherwise, replaceSeals, type SealedFact } from './store.ts';

const MOST_AT_ONCE = 2000;

/**
 * Seals anew what former keys have sealed, a part at a time: a county has a million such values, and nobody is to wait
 * for them. What was held before keeps its seal, as it keeps everything else; its key stays in the ring.
 */
export async function resealFacts(owner: Db, seals: Seals): Promise<void> {
  let after: Omit<SealedFact, 'sealed'> = { county: '', subject: 0, element: '' };
  for (;;) {
    const facts = await listSealedOtherwise(owner, seals.keyNumber, after, MOST_AT_ONCE);
    const last = facts.at(-1);
    if (last === undefined) return;
    after = last;
    await replaceSeals(
      owner,
      facts.map((fact) => {
        const place = placeOf(fact.county, fact);
        return { ...fact, before: fact.sealed, sealed: seals.seal(seals.unseal(fact.sealed, place), place) };
      }),
    );
  }
}
