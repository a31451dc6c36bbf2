import type { Db } from '../../../platform/db.ts';
import { inCounty } from '../../../platform/county.ts';
import { fingerprintTexts, type Checkers } from '../../checks/index.ts';
import { rarestFirst } from '../document.ts';
import { countHolding } from '../search/store.ts';
import { listTextsAfter, replaceFingerprints } from './store.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the fingerprints of all documents of a county anew from their texts, batch by batch: until the transaction of a
 * batch is committed its old ones stand. Returns how many documents there are.
 */
export async function rebuildFingerprints(owner: Db, county: string, checkers: Checkers): Promise<number> {
  let rebuilt = 0;
  for (let after = FIRST; ;) {
    const batch = await listTextsAfter(owner, county, after);
    const last = batch.at(-1);
    if (last === undefined) return rebuilt;
    const made = await fingerprintTexts(
      batch.map(({ text }) => text),
      checkers,
    );
    await inCounty(owner, county, async (tx) => {
      for (const [index, text] of batch.entries()) {
        const fingerprints = made[index] ?? new Uint32Array(0);
        const holding = await countHolding(tx, county, fingerprints);
        await replaceFingerprints(tx, county, text, rarestFirst(fingerprints, holding));
      }
    });
    rebuilt += batch.length;
    after = last.id;
  }
}
