import { expect, test } from 'vitest';
import { inCounty } from '../../../platform/county.ts';
import { useTestDb } from '../../../testing/db.ts';
import { settingsOn } from '../../caps/index.ts';
import { drafted, given, MEETING, neighbour, VILLAGES } from '../gate/example.ts';
import { basisOf, factsFrom, type ScreeningBasis } from './basis.ts';

const { db } = await useTestDb();
const settings = await inCounty(db, '130101', (tx) => settingsOn(tx, '2026-03-05'));
const AT = '2026-03-05T02:00:00.000Z';

/** What is left of the neighbours of a draft for five villages once the basis was kept as JSON and read again. */
function keptAndRead(...shared: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const { draft, facts: gate } = drafted(
    {},
    given(MEETING, { neighbours: shared.map((units) => neighbour({ shared: units })) }),
  );
  const facts = {
    ...{ document: null, gate, settings: {}, settingVersions: {} },
    isOffice: false,
    now: AT,
    today: '2026-03-05',
  };
  const kept = JSON.parse(JSON.stringify(basisOf(draft, facts))) as ScreeningBasis;
  return factsFrom(kept, { draft, document: null, at: AT, settings }).gate.neighbours.map((one) => one.shared);
}

test('the bearers that a neighbour shares are read as they were kept, in the order of the draft', () => {
  const [first, second, third, fourth, fifth] = VILLAGES;

  expect(
    keptAndRead([...VILLAGES], [third], [fifth, first, second], [first, third, fifth], [second, third, fourth], []),
  ).toEqual([[...VILLAGES], [third], [first, second, fifth], [first, third, fifth], [second, third, fourth], []]);
});

test('places that were kept one by one are read as well', () => {
  const { draft, facts: gate } = given(MEETING, { neighbours: [neighbour()] });
  const facts = {
    ...{ document: null, gate, settings: {}, settingVersions: {} },
    isOffice: false,
    now: AT,
    today: '2026-03-05',
  };
  const basis = basisOf(draft, facts);
  const old = { ...basis, neighbours: basis.neighbours.map((one) => ({ ...one, shared: [0, 2] })) };

  const { neighbours } = factsFrom(old, { draft, document: null, at: AT, settings }).gate;

  expect(neighbours.map(({ shared }) => shared)).toEqual([[VILLAGES[0], VILLAGES[2]]]);
});
