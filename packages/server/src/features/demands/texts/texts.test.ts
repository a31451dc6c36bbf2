import { demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import type { SignedIn } from '../../../testing/sign-in.ts';

const { signInAs } = await useTestApp();

const BUREAU = '130101000011';
const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const otherDrafter = await signInAs('drafter', '130101000012');
const clerk = await signInAs('bearer-clerk', '130101101201');

const DAILY = '防汛任务单\n各村：\n每日报送巡查情况。';
const MONTHLY = '防汛任务单\n各村：\n每月报送巡查情况。';

type Demand = Awaited<ReturnType<typeof dropped>>;

function dropped(by: SignedIn = drafter) {
  return by.call(demands.draftFromFile, { issuer: BUREAU, text: DAILY });
}

/** What the drafter may send back, with these details in the place of its own. */
function withDetails(demand: Demand, details: Demand['details']): demands.DemandDraft & { id: string } {
  const { id, title, ask, issuer, dueAt, expiresOn, planItem } = demand;
  const bearers = demand.bearers.map(({ unit }) => unit);
  return { id, title, ask, issuer, bearers, dueAt, expiresOn, planItem, details: details as demands.DemandDetails };
}

function hoursOf({ totalMinutes }: Pick<Demand, 'totalMinutes'>): number {
  return (totalMinutes?.likely ?? 0) / 60;
}

function findingsOf({ screening }: Pick<Demand, 'screening'>): (string | undefined)[] {
  return screening?.register.map(({ ruleId }) => ruleId) ?? [];
}

describe('a cheaper way of what was drafted from a text', () => {
  test('lowers the hours when the text is corrected, and not before', async () => {
    const demand = await dropped();
    const way = demand.screening?.cheaperWays.find(({ proposal }) => proposal === '改为每月一次');
    expect(way?.textToAlter).toEqual(['每日报送巡查情况']);

    const revised = await drafter.call(demands.reviseDemand, withDetails(demand, way?.details ?? demand.details), {
      ifMatch: demand.version,
    });
    expect(revised.totalMinutes).toEqual(demand.totalMinutes);
    expect(findingsOf(revised)).toContain('gate/differs-from-text');

    const corrected = await drafter.call(
      demands.replaceDemandText,
      { id: demand.id, text: MONTHLY },
      { ifMatch: revised.version },
    );
    expect(corrected.state).toBe('screened');
    expect(findingsOf(corrected)).not.toContain('gate/differs-from-text');
    expect(corrected.details).toEqual(way?.details);
    expect(hoursOf(demand) - hoursOf(corrected)).toBeCloseTo(way?.hoursSaved.likely ?? 0, 1);
  });

  test('leaves no other text beside the corrected one', async () => {
    const { id, version, files } = await dropped();
    const file = new File([MONTHLY], '改好的正文.txt');
    const corrected = await drafter.call(demands.replaceDemandText, { id, file }, { ifMatch: version });

    expect(corrected.files).toMatchObject([{ name: '改好的正文.txt' }]);
    const sha256 = corrected.files[0]?.sha256 ?? '';
    const bytes = await drafter.call(demands.readDemandFile, { id, sha256 });
    expect(new TextDecoder().decode(bytes)).toBe(MONTHLY);
    await expect(drafter.call(demands.readDemandFile, { id, sha256: files[0]?.sha256 ?? '' })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });

  test('with a corrected text waits for nobody: it has to be submitted again', async () => {
    const { id, version } = await dropped();
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const corrected = await drafter.call(
      demands.replaceDemandText,
      { id, text: MONTHLY },
      { ifMatch: submitted.version },
    );

    expect(corrected).toMatchObject({ state: 'screened', submitted: false });
    const steps = await drafter.call(demands.readDemandHistory, { id });
    expect(steps.map(({ type }) => type)).toContain('demand-text-replaced');
  });
});

describe('a text is not replaced', () => {
  test.each([
    ['by another bureau', otherDrafter, 'no-such-record'],
    ['by a village', clerk, 'not-allowed'],
  ])('%s', async (_, somebody, code) => {
    const { id, version } = await dropped();

    await expect(
      somebody.call(demands.replaceDemandText, { id, text: MONTHLY }, { ifMatch: version }),
    ).rejects.toMatchObject({ code });
  });

  test('on what somebody else has changed meanwhile', async () => {
    const { id, version } = await dropped();
    await drafter.call(demands.replaceDemandText, { id, text: MONTHLY }, { ifMatch: version });

    await expect(
      drafter.call(demands.replaceDemandText, { id, text: DAILY }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'stale' });
  });

  test('once the demand was let pass, nor by an empty file', async () => {
    const { id, version } = await dropped();
    await expect(
      drafter.call(demands.replaceDemandText, { id, file: new File([''], '空.txt') }, { ifMatch: version }),
    ).rejects.toMatchObject({ code: 'empty' });

    const withdrawn = await drafter.call(demands.withdrawDemand, { id, reason: '不发了' }, { ifMatch: version });
    await expect(
      lead.call(demands.replaceDemandText, { id, text: MONTHLY }, { ifMatch: withdrawn.version }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });
});
