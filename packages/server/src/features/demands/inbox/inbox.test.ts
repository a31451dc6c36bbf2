import { expect, test } from 'vitest';
import { codeStateOf, layOut, minutesInMonth, momentText, mondayOf, monthSpan, type InboxRow } from './inbox.ts';

const row: InboxRow = {
  demand: '00000000-0000-4000-8000-000000000001',
  kind: 'form',
  ask: '核对 12 户危房信息',
  title: '关于核实汛期危房的通知',
  issuer: '130101000011',
  issuerName: '农业农村局',
  code: 'QH26-7K3F-9D',
  demandState: 'running',
  emergency: false,
  dueAt: '2026-03-06T10:00:00.000Z',
  startsAt: null,
  expiresOn: '2026-06-30',
  changedAt: '2026-03-01T00:00:00.000Z',
  totalMinutes: { low: 60, likely: 120, high: 240 },
  bearerCount: 20,
  timesPerYear: 1,
  errors: 0,
  state: null,
  answeredAt: null,
  returnedAt: null,
  note: null,
  form: null,
};

const facts = {
  unit: '130101101201',
  // A Thursday, ten in the morning in China.
  now: '2026-03-05T02:00:00.000Z',
  today: '2026-03-05',
  offGateMinutes: 15,
  ceilingMinutes: null,
};

test.each<[string, Partial<InboxRow>, 'overdue' | 'thisWeek' | 'later' | 'done']>([
  ['due tomorrow', {}, 'thisWeek'],
  ['due on Sunday, a minute before midnight', { dueAt: '2026-03-08T15:59:00.000Z' }, 'thisWeek'],
  ['due at midnight of Monday', { dueAt: '2026-03-08T16:00:00.000Z' }, 'later'],
  ['due a minute ago', { dueAt: '2026-03-05T01:59:00.000Z' }, 'overdue'],
  ['without a date', { dueAt: null }, 'later'],
  ['a meeting tomorrow', { dueAt: null, startsAt: '2026-03-06T01:00:00.000Z' }, 'thisWeek'],
  ['answered', { state: 'answered', answeredAt: '2026-03-04T00:00:00.000Z' }, 'done'],
  ['overdue, but withdrawn', { dueAt: '2026-03-01T00:00:00.000Z', demandState: 'withdrawn' }, 'done'],
  ['past its last day', { expiresOn: '2026-03-04' }, 'done'],
])('%s stands where it belongs', (_, changes, group) => {
  const page = layOut([{ ...row, ...changes }], facts);

  expect([page.overdue, page.thisWeek, page.later, page.done].map(({ length }) => length)).toEqual(
    ['overdue', 'thisWeek', 'later', 'done'].map((name) => Number(name === group)),
  );
});

test('a task begins with what to do, when, and for how long', () => {
  const [task] = layOut([row], facts).thisWeek;

  expect(task).toMatchObject({ ask: '核对 12 户危房信息', dueText: '3月6日（周五）18:00', minutes: 6, state: 'new' });
});

test('the month adds what falls due in it, a twelfth of what comes monthly, and orders past the gate', () => {
  const monthly = { ...row, timesPerYear: 12, totalMinutes: { low: 0, likely: 2400, high: 0 } };
  const march = monthSpan('2026-03');

  expect(minutesInMonth(row, march)).toBe(6);
  expect(minutesInMonth({ ...row, dueAt: '2026-04-01T10:00:00.000Z' }, march)).toBe(0);
  expect(minutesInMonth(monthly, march)).toBe(10);
  expect(minutesInMonth({ ...row, state: 'released' }, march)).toBe(0);
  expect(minutesInMonth({ ...row, demandState: 'withdrawn' }, march)).toBe(0);
  expect(layOut([row, monthly], facts).month).toEqual({ month: '2026-03', minutes: 31, ceilingMinutes: null });
});

test.each([
  ['2026-02-28T15:59:59.999Z', 0],
  ['2026-02-28T16:00:00.000Z', 6],
  ['2026-03-31T15:59:59.999Z', 6],
  ['2026-03-31T16:00:00.000Z', 0],
])('what is due at %s costs %i minutes of March', (dueAt, minutes) => {
  expect(minutesInMonth({ ...row, dueAt }, monthSpan('2026-03'))).toBe(minutes);
});

test('December ends with the year', () => {
  expect(monthSpan('2026-12')).toEqual({ from: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' });
});

test.each<[InboxRow['demandState'], string, string]>([
  ['running', '2026-03-05', 'admitted'],
  ['running', '2026-03-04', 'expired'],
  ['suspended', '2026-03-05', 'suspended'],
  ['withdrawn', '2026-03-05', 'withdrawn'],
  ['closed', '2026-03-05', 'expired'],
])('the code of a demand that is %s until %s is %s', (demandState, expiresOn, state) => {
  expect(codeStateOf({ demandState, expiresOn }, '2026-03-05')).toBe(state);
});

test('days carry their weekday, in China wherever the machine stands', () => {
  expect(momentText('2026-03-08T16:30:00.000Z')).toBe('3月9日（周一）00:30');
  expect([mondayOf('2026-03-09'), mondayOf('2026-03-15'), mondayOf('2026-03-16')]).toEqual([
    '2026-03-09',
    '2026-03-09',
    '2026-03-16',
  ]);
});
