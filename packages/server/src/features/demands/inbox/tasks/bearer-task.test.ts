import type { inbox } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import {
  decide,
  evolve,
  isSameSeries,
  momentOf,
  UNTOUCHED,
  type BearerCommand,
  type BearerFacts,
  type BearerTask,
} from './bearer-task.ts';

const facts: BearerFacts = {
  demandState: 'running',
  expiresOn: '2026-03-31',
  changedAt: '2026-03-01T00:00:00.000Z',
  moment: '2026-03-05T02:00:00.000Z',
};
const answer: inbox.Answer = { text: '12 户均已核对', files: [], unchanged: false };
const reasons: inbox.ReturnReason[] = [
  { code: 'expired', says: '已到期', grounds: '事项登记记录', confidence: 'record', quote: null },
];

function after(...commands: BearerCommand[]): BearerTask {
  return commands.reduce((task, command) => decide(task, command, facts).reduce(evolve, task), UNTOUCHED);
}

const ANSWER: BearerCommand = { do: 'answer', answer };
const RETURN: BearerCommand = { do: 'return', reasons };

test.each<[string, readonly BearerCommand[], BearerCommand, string]>([
  ['a new one answered', [], ANSWER, 'answered'],
  ['a new one opened', [], { do: 'open' }, 'opened'],
  ['an answered one opened again', [ANSWER], { do: 'open' }, 'answered'],
  ['a new one returned', [], RETURN, 'returned'],
  ['a returned one answered after all', [RETURN], ANSWER, 'answered'],
  ['a return accepted', [RETURN], { do: 'accept-return' }, 'released'],
  ['a return answered back', [RETURN], { do: 'answer-return', note: '省里要求' }, 'opened'],
  ['returned again after an answer', [RETURN, { do: 'answer-return', note: '省里要求' }], RETURN, 'returned'],
])('%s becomes %#', (_, before, command, state) => {
  expect(after(...before, command).state).toBe(state);
});

test('what was typed without a network does not replace what a colleague has answered meanwhile', () => {
  const answered = after(ANSWER);
  const other: BearerCommand = { do: 'answer', answer: { ...answer, text: '13 户' } };

  expect(() => decide(answered, other, { ...facts, seen: null })).toThrow(expect.objectContaining({ code: 'stale' }));
  expect(decide(answered, other, { ...facts, seen: answered.answeredAt })).toHaveLength(1);
  expect(decide(answered, ANSWER, { ...facts, seen: null })).toEqual([]);
});

test.each<[string, readonly BearerCommand[], BearerCommand, string]>([
  ['returning without a reason', [], { do: 'return', reasons: [] }, 'no-grounds'],
  ['returning what was answered', [ANSWER], RETURN, 'wrong-state'],
  ['answering what the issuer took back', [RETURN, { do: 'accept-return' }], ANSWER, 'wrong-state'],
  ['accepting what was not returned', [], { do: 'accept-return' }, 'wrong-state'],
  [
    'answering back twice',
    [RETURN, { do: 'answer-return', note: '省里要求' }],
    { do: 'answer-return', note: '再答' },
    'wrong-state',
  ],
  ['confirming what was never said', [], { do: 'confirm', known: null }, 'invalid-input'],
])('%s is refused', (_, before, command, code) => {
  expect(() => after(...before, command)).toThrow(expect.objectContaining({ code }));
});

test.each<[string, readonly BearerCommand[], BearerCommand]>([
  ['returning twice', [RETURN], RETURN],
  ['the same answer twice', [ANSWER], ANSWER],
  ['confirming what was just said', [ANSWER], { do: 'confirm', known: answer }],
])('%s changes nothing', (_, before, command) => {
  expect(decide(after(...before), command, facts)).toEqual([]);
});

describe('an answer counts by when it was given', () => {
  test.each<[string, Partial<BearerFacts>, boolean]>([
    ['on the last day, a minute before midnight in China', { moment: '2026-03-31T15:59:00.000Z' }, true],
    ['a minute after midnight', { moment: '2026-03-31T16:00:00.000Z' }, false],
    ['before the demand was withdrawn', { demandState: 'withdrawn', changedAt: '2026-03-05T02:00:01.000Z' }, true],
    ['when it was withdrawn already', { demandState: 'withdrawn', changedAt: '2026-03-05T02:00:00.000Z' }, false],
    ['while it is suspended', { demandState: 'suspended' }, false],
    ['when it is closed', { demandState: 'closed' }, false],
  ])('%s: %o', (_, changes, counts) => {
    function answering(): unknown {
      return decide(UNTOUCHED, ANSWER, { ...facts, ...changes });
    }
    if (counts) expect(answering()).toHaveLength(1);
    else expect(answering).toThrow(expect.objectContaining({ code: 'wrong-state' }));
  });
});

test.each<[string, string | undefined, string]>([
  ['nothing said', undefined, '2026-03-05T02:00:00.000Z'],
  ['an hour ago', '2026-03-05T09:00:00+08:00', '2026-03-05T01:00:00.000Z'],
  ['seven days ago', '2026-02-26T02:00:00Z', '2026-02-26T02:00:00.000Z'],
  ['longer ago than anybody is offline', '2026-02-26T01:59:59Z', '2026-03-05T02:00:00.000Z'],
  ['tomorrow', '2026-03-06T02:00:00Z', '2026-03-05T02:00:00.000Z'],
])('the moment of a deed: %s', (_, saidAt, moment) => {
  expect(momentOf(saidAt, '2026-03-05T02:00:00.000Z')).toBe(moment);
});

test('the minutes run from opening to answering', () => {
  const opened = evolve(UNTOUCHED, { type: 'demand-opened', moment: '2026-03-05T01:54:00.000Z' });

  const [event] = decide(opened, ANSWER, facts);

  expect(event && evolve(opened, event).measuredMinutes).toBe(6);
});

test.each<[string, string, boolean]>([
  ['关于报送3月危房台账的通知', '关于报送4月危房台账的通知', true],
  ['关于报送三月份危房台账的通知', '关于报送十一月份危房台账的通知', true],
  ['第1期巡查简报', '第 12 期巡查简报', true],
  ['关于报送3月危房台账的通知', '关于报送3月旱厕台账的通知', false],
])('%s and %s are of one series: %o', (title, other, same) => {
  expect(isSameSeries(title, other)).toBe(same);
});
