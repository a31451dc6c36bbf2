/** Whatever stands in a demand, its calendar stays the one that was meant, and its words come back as written. */
import { demands, inbox } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { newDraft, openCounty } from '../testing/county-world.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');
const { units } = world;
const drafter = await world.actor('drafter', units.town);
const clerk = await world.actor('bearer-clerk', units.village);
const { path } = await clerk.call(inbox.createFeed, { unit: units.village });
const DUE = '截止：';

/** One line of a calendar after unfolding. */
interface CalendarLine {
  readonly name: string;
  readonly value: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
const MOST_OCTETS = 75;

/** The lines of a calendar by RFC 5545; throws on whatever its grammar does not have. */
function readLines(bytes: Uint8Array): CalendarLine[] {
  const physical = decoder.decode(bytes).split('\r\n');
  if (physical.pop() !== '') throw new Error('The last line does not end');
  for (const line of physical) {
    // By itself, so that no character is cut by the fold.
    if (Buffer.byteLength(line) > MOST_OCTETS) throw new Error(`Too long: ${line}`);
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`Control character: ${JSON.stringify(line)}`);
  }
  return physical
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const parts = /^([A-Z-]+)(?:;[A-Z-]+=[^:;",]+)*:(.*)$/u.exec(line);
      if (parts === null) throw new Error(`No line of a calendar: ${line}`);
      return { name: parts[1] ?? '', value: parts[2] ?? '' };
    });
}

/** The text of a value; throws on a comma, semicolon or backslash that stands alone. */
function textOf(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`Not escaped: ${value}`);
  return value.replaceAll(/\\(.)/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

const ONCE_AN_EVENT = ['UID', 'SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION'];

/** The events of the feed, each with what it says once; throws where components do not nest or something is said twice. */
async function readEvents(): Promise<ReadonlyMap<string, string>[]> {
  const response = await testApp.app.request(path);
  const lines = readLines(new Uint8Array(await response.arrayBuffer()));
  const open: string[] = [];
  const events: Map<string, string>[] = [];
  for (const { name, value } of lines) {
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') {
      expect(open.pop()).toBe(value);
    } else if (open.at(-1) === 'VEVENT') {
      expect(events.at(-1)?.has(name)).toBe(false);
      events.at(-1)?.set(name, value);
    }
  }
  expect(open).toEqual([]);
  expect(lines.filter(({ name, value }) => name === 'BEGIN' && value === 'VCALENDAR')).toHaveLength(1);
  for (const event of events) {
    expect([...event.keys()].filter((name) => name !== 'LOCATION' && name !== 'STATUS')).toEqual(ONCE_AN_EVENT);
  }
  return events;
}

async function eventsOf(id: string): Promise<ReadonlyMap<string, string>[]> {
  return (await readEvents()).filter((event) => event.get('UID')?.startsWith(id));
}

const TITLES = [
  '关于 </title><script>alert(1)</script> & "危房" 的通知',
  '甲,乙;丙\\丁:戊',
  String.raw`一\n二\,三\;四\\五\N六`,
  'END:VEVENT BEGIN:VEVENT SUMMARY:假',
  '"引号";TZID=Asia/Tokyo:20260101T000000',
  '𠮷'.repeat(50),
  `${'a'.repeat(66)}危房👨🏠`,
  '字'.repeat(200),
  ';,\\'.repeat(60),
];

test.each(TITLES)('the title %j comes back as written', async (title) => {
  const { id } = await world.demand(units.town, 'running', { title });
  const [event] = await eventsOf(id);

  expect(textOf(event?.get('DESCRIPTION') ?? '').split('\n')[0]).toBe(title);
});

const ASKS = [
  ...TITLES,
  '第一行\n第二行\n\n第四行',
  '报名单\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nSUMMARY:假的\nDTSTART:20260101T000000Z',
  '报名单\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR',
  '报名单\r\n 折行\r\n\t折行',
  '报名单\rATTACH:https://x.example/',
  '报名单\u2028END:VEVENT',
];

test.each(ASKS)('what is asked, %j, comes back as written', async (ask) => {
  const { id } = await world.demand(units.town, 'running', { ask });
  const events = await eventsOf(id);

  expect(events).toHaveLength(1);
  // A calendar knows one end of a line, and no tab.
  const written = ask.replaceAll(/\r\n?|\u2028/gu, '\n').replaceAll('\t', ' ');
  expect(textOf(events[0]?.get('SUMMARY') ?? '')).toBe(`${DUE}${written}`);
});

test.each(['一\n二', '一\r\n二', '一\r二', '一\u2028二', '一\u0085二', '一\u0000二', '一\u202e二'])(
  'the title %j of two lines is refused, and would not break the feed',
  async (title) => {
    await expect(drafter.call(demands.draftDemand, { ...newDraft(units, units.town), title })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    if (title.includes('\u0000')) return;
    const { id } = await world.demand(units.town, 'running', { title });
    const [event] = await eventsOf(id);

    expect(textOf(event?.get('DESCRIPTION') ?? '')).toMatch(/^一[\n\u202e]二/u);
  },
);

test('the places of a meeting and the name of the unit stay inside their values', async () => {
  await testApp.owner
    .updateTable('unit')
    .set({ name: '甲,村;\r\nMETHOD:CANCEL' })
    .where('county', '=', world.code)
    .where('code', '=', units.village)
    .execute();
  const { id } = await world.demand(units.town, 'running', {
    details: {
      ...{ kind: 'meeting', mode: 'onsite', startsAt: '2026-03-10T01:00:00Z', endsAt: '2026-03-10T02:00:00Z' },
      ...{ people: 1, talks: 0, levels: ['village'], series: null, timesPerYear: 1 },
      venues: ['二楼,东厅;左转', 'STATUS:CANCELLED'],
    },
  });
  const places = (await eventsOf(id)).map((event) => event.get('LOCATION')).filter((place) => place !== undefined);

  expect(places.map(textOf)).toEqual(['二楼,东厅;左转、STATUS:CANCELLED']);
});
