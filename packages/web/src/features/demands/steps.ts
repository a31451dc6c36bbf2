import { demands, type Call } from '@qingzhuang/contract';
import type { Demand } from './queries.ts';

/** What a person writes to take a step; each step uses its part. */
export interface Given {
  readonly reason: string;
  readonly day: string;
  readonly into: string | null;
  readonly upheld: boolean | null;
}

export const NOTHING_GIVEN: Given = { reason: '', day: '', into: null, upheld: null };

export type Step = Exclude<demands.DemandAction, 'revise'>;

/** What a step needs to be told. */
export interface Needs {
  readonly reason: 'no' | 'may' | 'must';
  readonly day?: true;
  readonly into?: true;
  readonly upheld?: true;
}

const NEEDS: Readonly<Record<Step, Needs>> = {
  submit: { reason: 'no' },
  consult: { reason: 'must' },
  start: { reason: 'no' },
  close: { reason: 'no' },
  admit: { reason: 'may' },
  refuse: { reason: 'must' },
  suspend: { reason: 'must' },
  resume: { reason: 'must' },
  withdraw: { reason: 'must' },
  'declare-emergency': { reason: 'must' },
  merge: { reason: 'must', into: true },
  defer: { reason: 'must', day: true },
  renew: { reason: 'must', day: true },
  'review-emergency': { reason: 'must', upheld: true },
};

/** What this step needs to be told about this demand: what was stopped passes with a reason only. */
export function needsOf(step: Step, { state }: Pick<Demand, 'state'>): Needs {
  return step === 'admit' && state === 'coordinating' ? { reason: 'must' } : NEEDS[step];
}

/** Whether everything the step needs was said. */
export function isComplete(needs: Needs, { reason, day, into, upheld }: Given): boolean {
  return (
    (needs.reason !== 'must' || reason.trim() !== '') &&
    (!needs.day || day !== '') &&
    (!needs.into || into !== null) &&
    (!needs.upheld || upheld !== null)
  );
}

/** Takes a step on the version that the person has seen. */
export function takeStep(call: Call, step: Step, demand: Demand, given: Given): Promise<Demand> {
  const { id, version, state } = demand;
  const { day, into, upheld } = given;
  const seen = { ifMatch: version };
  const reason = given.reason.trim();
  const steps: Readonly<Record<Step, () => Promise<Demand>>> = {
    submit: () => call(demands.submitDemand, { id }, seen),
    consult: () => call(demands.consultDemand, { id, question: reason }, seen),
    start: () => call(demands.startDemand, { id }, seen),
    close: () => call(demands.closeDemand, { id }, seen),
    admit: () =>
      call(
        demands.admitDemand,
        { id, reason: reason === '' ? null : reason, caseByCase: state === 'coordinating' },
        seen,
      ),
    refuse: () => call(demands.refuseDemand, { id, reason }, seen),
    suspend: () => call(demands.suspendDemand, { id, reason }, seen),
    resume: () => call(demands.resumeDemand, { id, reason }, seen),
    withdraw: () => call(demands.withdrawDemand, { id, reason }, seen),
    'declare-emergency': () => call(demands.declareEmergency, { id, grounds: reason }, seen),
    merge: () => call(demands.mergeDemand, { id, into: into ?? '', reason }, seen),
    defer: () => call(demands.deferDemand, { id, until: day, reason }, seen),
    renew: () => call(demands.renewDemand, { id, expiresOn: day, evidence: reason }, seen),
    'review-emergency': () => call(demands.reviewEmergency, { id, upheld: upheld ?? false, reason }, seen),
  };
  return steps[step]();
}
