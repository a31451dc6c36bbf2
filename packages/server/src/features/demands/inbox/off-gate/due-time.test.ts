import { inbox } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';

/** Ten past one in the morning in China: in UTC it is still the day before. */
const RECEIVED = new Date('2026-03-04T17:10:00Z');
const clock = { now: () => RECEIVED, today: () => '2026-03-05' };
const { signInAs } = await useTestApp({ clock });
const COUNTY = '130101';
const village = `${COUNTY}101201`;
const clerk = await signInAs('bearer-clerk', village);
const office = await signInAs('office', `${COUNTY}000001`);

/** When the order is due that was registered last. */
async function dueOf(text: string): Promise<string | null> {
  const { items: before } = await office.call(inbox.listOffGateDemands, { limit: 200 });
  await clerk.call(inbox.registerOrder, { unit: village, text });
  const { items } = await office.call(inbox.listOffGateDemands, { limit: 200 });
  const [made, ...others] = items.filter(({ id }) => !before.some((known) => known.id === id));
  if (made === undefined || others.length > 0) throw new Error('The order was not counted as one of its own');
  return made.dueAt;
}

describe('an order that names no day is due by the moment at which it was registered', () => {
  test.each([
    ['各村今天下午5点前上报养老助餐点照片。', '2026-03-05T09:00:00.000Z'],
    ['请各村明天上午10点前报送高标准农田管护员花名册。', '2026-03-06T02:00:00.000Z'],
    ['紧急！各村2小时内上报大棚倒塌台账。', '2026-03-04T19:10:00.000Z'],
    ['收到通知后30分钟内报送防汛值班名单。', '2026-03-04T17:40:00.000Z'],
    ['请于3月20日18:00前报送农村旱厕改造进度表。', '2026-03-20T10:00:00.000Z'],
  ])('%s', async (text, due) => {
    expect(await dueOf(text)).toBe(due);
  });

  test('and to none where its text has no time at all', async () => {
    expect(await dueOf('请各村报送道路养护材料。')).toBeNull();
  });
});
