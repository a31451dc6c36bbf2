import { documents } from '@qingzhuang/contract';
import { afterAll, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { readTable } from '../../../testing/db.ts';
import { openCheckers } from '../../checks/index.ts';
import { rebuildFingerprints } from './operations.ts';

const { owner, signInAs } = await useTestApp();
const checkers = openCheckers(1);
afterAll(() => checkers.stop());
const office = await signInAs('office', '130101000001');

const TEXTS = [
  '关于做好防汛备汛工作的通知\n各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。',
  '关于做好物资前置工作的通知\n编织袋、救生衣、发电机等物资要前置到乡镇，由专人保管，每季度盘点一次，缺少的限期补齐。',
];
for (const text of TEXTS) await office.call(documents.addDocument, { level: 'city', text });

function sorted(rows: string): string[] {
  return rows.split('\n').toSorted();
}

test('fingerprints that were lost are made anew from the texts, and the others stay as they are', async () => {
  const whole = sorted(await readTable(owner, 'documentFingerprint'));
  expect(whole.length).toBeGreaterThan(6);
  await owner
    .updateTable('document')
    .set({ fingerprints: [1, 2, 3], fingerprintVersion: 0 })
    .execute();
  expect(sorted(await readTable(owner, 'documentFingerprint'))).not.toEqual(whole);

  expect(await rebuildFingerprints(owner, '130101', checkers)).toBe(2);
  expect(sorted(await readTable(owner, 'documentFingerprint'))).toEqual(whole);
  expect(await rebuildFingerprints(owner, '130101', checkers)).toBe(2);
  expect(sorted(await readTable(owner, 'documentFingerprint'))).toEqual(whole);
  const versions = await owner.selectFrom('document').select('fingerprintVersion').distinct().execute();
  expect(versions).toEqual([{ fingerprintVersion: 1 }]);
});

test('a rebuilding that breaks off leaves the old ones', async () => {
  const before = sorted(await readTable(owner, 'documentFingerprint'));
  const broken = { run: () => Promise.reject(new Error('killed')), stop: () => Promise.resolve() };

  await expect(rebuildFingerprints(owner, '130101', broken)).rejects.toThrow('killed');
  expect(sorted(await readTable(owner, 'documentFingerprint'))).toEqual(before);
});
