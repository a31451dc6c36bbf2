import type { demands, Role } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { availableActions, decide, type Command, type Person } from './commands.ts';
import { evolve, replay, type Demand, type DemandEvent } from './demand.ts';

const ISSUER = '130101000011';
const OFFICE = '130101000001';
const MOMENT = { now: '2026-03-05T02:00:00.000Z', today: '2026-03-05' };

const draft: demands.DemandDraft = {
  title: '关于核实汛期危房的通知',
  ask: '核对 12 户危房信息',
  issuer: ISSUER,
  bearers: ['130101101201'],
  dueAt: null,
  expiresOn: '2026-06-30',
  planItem: null,
  details: { kind: 'plaque', name: '银龄驿家', directoryNo: null, plaques: 1, timesPerYear: 1 },
};

const screening: demands.Screening = {
  at: MOMENT.now,
  findings: [],
  register: [],
  unchecked: [],
  cheaperWays: [],
  perBearerMinutes: { low: 1, likely: 2, high: 3 },
  totalMinutes: { low: 1, likely: 2, high: 3 },
  assumptions: [],
  coordination: [],
};

function person(name: string, ...posts: readonly [Role, string][]): Person {
  return { person: name, posts: posts.map(([role, unit]) => ({ role, unit })) };
}

const author = person('author', ['drafter', ISSUER]);
const lead = person('lead', ['unit-lead', ISSUER]);
const office = person('office', ['office', OFFICE]);
const leader = person('leader', ['leader', '130101000000']);
const clerk = person('clerk', ['bearer-clerk', '130101101201']);

const DRAFTED: DemandEvent = { type: 'demand-drafted', draft, by: 'author', document: null };
const SCREENED: DemandEvent = { type: 'demand-screened', screening };
const SUBMITTED: DemandEvent = { type: 'demand-submitted', by: 'author' };
const COORDINATION: DemandEvent = { type: 'coordination-asked', reasons: ['over-cap'] };
const ADMITTED: DemandEvent = { type: 'demand-admitted', code: 'QH26-7K3F-P1', reason: null, caseByCase: false };
const STARTED: DemandEvent = { type: 'demand-started' };
const EMERGENCY: DemandEvent = {
  type: 'emergency-declared',
  grounds: '红色预警',
  code: 'QH26-7K3F-P1',
  reviewDueAt: '2026-03-07T02:00:00.000Z',
};

const screened = replay([DRAFTED, SCREENED]);
const submitted = replay([DRAFTED, SCREENED, SUBMITTED]);
const coordinating = replay([DRAFTED, SCREENED, SUBMITTED, COORDINATION]);
const admitted = replay([DRAFTED, SCREENED, SUBMITTED, ADMITTED]);
const running = replay([DRAFTED, SCREENED, SUBMITTED, ADMITTED, STARTED]);
const emergency = replay([DRAFTED, SCREENED, EMERGENCY]);

const admit: Command = { do: 'admit', code: 'QH26-7K3F-P1', reason: null, caseByCase: false };
const caseByCase: Command = { do: 'admit', code: 'QH26-7K3F-P1', reason: '市里临时部署', caseByCase: true };

test.each<[string, Demand, Command, Person, readonly string[]]>([
  ['a clean submission waits for the lead', screened, { do: 'submit' }, author, ['demand-submitted']],
  [
    'a stopped submission goes to the office',
    { ...screened, screening: { ...screening, coordination: ['over-cap'] } },
    { do: 'submit' },
    author,
    ['demand-submitted', 'coordination-asked'],
  ],
  ['the lead admits what is clean', submitted, admit, lead, ['demand-admitted']],
  ['the office admits what is clean', submitted, admit, office, ['demand-admitted']],
  ['the office admits case by case with a reason', coordinating, caseByCase, office, ['demand-admitted']],
  ['a leader admits case by case', coordinating, caseByCase, leader, ['demand-admitted']],
  ['the office refuses', coordinating, { do: 'refuse', reason: '同题' }, office, ['demand-refused']],
  ['the issuer starts', admitted, { do: 'start' }, author, ['demand-started']],
  ['a leader suspends', running, { do: 'suspend', reason: '防汛' }, leader, ['demand-suspended']],
  ['the issuer closes', running, { do: 'close' }, author, ['demand-closed']],
  [
    'the office upholds an emergency',
    emergency,
    { do: 'review-emergency', upheld: true, reason: '属实' },
    office,
    ['emergency-upheld'],
  ],
])('%s', (_, demand, command, actor, types) => {
  expect(decide(demand, command, actor, MOMENT).map(({ type }) => type)).toEqual(types);
});

test.each<[string, Demand, Command, Person, string]>([
  ['what was not submitted', screened, admit, lead, 'wrong-state'],
  ['what was admitted already', admitted, admit, lead, 'wrong-state'],
  ['by its author', submitted, admit, person('author', ['unit-lead', ISSUER]), 'four-eyes'],
  ['by whoever revised it', { ...submitted, authors: ['author', 'lead'] }, admit, lead, 'four-eyes'],
  ['by whoever submitted it', { ...submitted, submittedBy: 'lead' }, admit, lead, 'four-eyes'],
  ['by the lead, of what the gate stopped', coordinating, caseByCase, lead, 'not-allowed'],
  ['by a bearer', submitted, admit, clerk, 'not-allowed'],
  ['by the office, of its own demand', submitted, admit, person('colleague', ['office', ISSUER]), 'four-eyes'],
  ['of what the gate stopped, without case by case', coordinating, admit, office, 'invalid-input'],
  [
    'of what the gate stopped, without a reason',
    coordinating,
    { ...caseByCase, reason: null },
    office,
    'invalid-input',
  ],
  [
    'of what expires today',
    { ...submitted, draft: { ...draft, expiresOn: '2026-03-05' } },
    admit,
    lead,
    'invalid-input',
  ],
  [
    'before the day it was deferred to',
    { ...coordinating, deferredUntil: '2026-03-06' },
    caseByCase,
    office,
    'wrong-state',
  ],
])('admission is refused %s', (_, demand, command, actor, code) => {
  expect(() => decide(demand, command, actor, MOMENT)).toThrow(expect.objectContaining({ code }) as Error);
});

test('on the day it was deferred to, and on the last day before its expiry, a demand may be admitted', () => {
  expect(decide({ ...coordinating, deferredUntil: '2026-03-05' }, caseByCase, office, MOMENT)).toHaveLength(1);
  expect(decide({ ...submitted, draft: { ...draft, expiresOn: '2026-03-06' } }, admit, lead, MOMENT)).toHaveLength(1);
});

test('an emergency is to be reviewed within 48 hours', () => {
  const declare: Command = { do: 'declare-emergency', grounds: '红色预警', code: 'QH26-7K3F-P1' };

  expect(decide(screened, declare, author, MOMENT)).toMatchObject([{ reviewDueAt: '2026-03-07T02:00:00.000Z' }]);
  expect(() => decide(running, declare, author, MOMENT)).toThrow(
    expect.objectContaining({ code: 'wrong-state' }) as Error,
  );
});

describe('what a person may do', () => {
  test.each<[string, Demand, Person, readonly demands.DemandAction[]]>([
    [
      'its author with a screened draft',
      screened,
      author,
      ['revise', 'submit', 'consult', 'declare-emergency', 'withdraw'],
    ],
    ['its author with a submitted draft', submitted, author, ['revise', 'consult', 'declare-emergency', 'withdraw']],
    [
      'the lead with a submitted draft',
      submitted,
      lead,
      ['revise', 'consult', 'declare-emergency', 'admit', 'refuse', 'merge', 'withdraw'],
    ],
    [
      'the office with what the gate stopped',
      coordinating,
      office,
      ['consult', 'admit', 'refuse', 'merge', 'defer', 'withdraw'],
    ],
    ['a bearer with a running demand', running, clerk, []],
    ['a leader with a running demand', running, leader, ['suspend', 'withdraw']],
    ['its author with a running demand', running, author, ['renew', 'close', 'withdraw']],
    ['the office with an emergency', emergency, office, ['review-emergency', 'suspend', 'withdraw']],
  ])('%s', (_, demand, actor, actions) => {
    expect(availableActions(demand, actor)).toEqual(actions);
  });
});

describe('what events make of a demand', () => {
  test('a revision takes back screening and submission, and adds its author', () => {
    expect(evolve(coordinating, { type: 'demand-revised', draft, by: 'second' })).toMatchObject({
      state: 'draft',
      screening: null,
      submittedBy: null,
      authors: ['author', 'second'],
      version: coordinating.version + 1,
    });
  });

  test('a suspended demand goes back to where it was', () => {
    const SUSPENDED: DemandEvent = { type: 'demand-suspended', reason: '防汛' };
    const RESUMED: DemandEvent = { type: 'demand-resumed', reason: '汛期结束' };

    expect([SUSPENDED, RESUMED].reduce(evolve, admitted).state).toBe('admitted');
    expect([SUSPENDED, RESUMED].reduce(evolve, running).state).toBe('running');
  });

  test('an expired demand runs again when it is renewed', () => {
    const events: DemandEvent[] = [
      { type: 'demand-expired' },
      { type: 'demand-renewed', expiresOn: '2026-12-31', evidence: '280 个村已答复' },
    ];

    expect(events.reduce(evolve, running)).toMatchObject({ state: 'running', draft: { expiresOn: '2026-12-31' } });
  });

  test('an overturned emergency is withdrawn and stays marked', () => {
    expect(evolve(emergency, { type: 'emergency-overturned', reason: '并非应急' })).toMatchObject({
      state: 'withdrawn',
      emergency: true,
      emergencyReviewDueAt: null,
    });
  });

  test('a history that does not begin with a draft is none', () => {
    expect(() => replay([SCREENED])).toThrow('begins with a draft');
    expect(() => replay([])).toThrow('without events');
  });
});
