/** Why a bearer may send a demand back. The system gives the reason; no person has to. */
import type { check, DeepReadonly, inbox } from '@qingzhuang/contract';
import { dayText } from '../inbox.ts';

export interface ReturnFacts {
  readonly codeState: inbox.CodeState;
  /** False for what never passed the gate. */
  readonly hasCode: boolean;
  readonly expiresOn: string;
  readonly today: string;
  /** Of the text and of the register. */
  readonly findings: readonly Finding[];
}

type Finding = Pick<DeepReadonly<check.Finding>, 'ruleId' | 'severity' | 'message' | 'basis' | 'exemption'> & {
  /** The register quotes nothing. */
  readonly quote?: string;
};

const RECORD = { grounds: '事项登记记录', confidence: 'record', quote: null } as const;
const UNCONFIRMED = '依据待核';

/** Every reason there is, the plainest first; none means that the demand stands. */
export function returnReasons(facts: ReturnFacts): inbox.ReturnReason[] {
  return [...codeReasons(facts), ...findingReasons(facts.findings)];
}

function codeReasons({ hasCode, codeState, expiresOn, today }: ReturnFacts): inbox.ReturnReason[] {
  if (!hasCode) return [{ code: 'no-valid-code', says: '这项要求没有事项码，没有经过准入。', ...RECORD }];
  switch (codeState) {
    case 'admitted':
      return [];
    case 'suspended':
      return [{ code: 'no-valid-code', says: '这个事项已经暂停，事项码暂时无效。', ...RECORD }];
    case 'withdrawn':
      return [{ code: 'no-valid-code', says: '这个事项已经撤回，事项码无效。', ...RECORD }];
    case 'expired': {
      const says = expiresOn < today ? `有效期至${dayText(expiresOn)}，已经到期。` : '这个事项已经办结，不再收取答复。';
      return [{ code: 'expired', says, ...RECORD }];
    }
  }
}

/** What these rules find is not the bearer's business, however grave they call it. */
const OFF_DUTY: readonly string[] = ['gate/not-on-duty-list', 'gate/reclaimed-duty'];

/** One reason for each rule that an error was found by; what an exemption clears is none. */
function findingReasons(findings: readonly Finding[]): inbox.ReturnReason[] {
  const grounds = findings.filter(
    ({ ruleId, severity, exemption }) => exemption === null && (severity === 'error' || OFF_DUTY.includes(ruleId)),
  );
  const firsts = grounds.filter(
    ({ ruleId }, index) => grounds.findIndex((finding) => finding.ruleId === ruleId) === index,
  );
  return firsts.map(({ ruleId, message, basis, quote = '' }) => {
    const verified = basis.filter(({ confidence }) => confidence === 'verified');
    return {
      code: OFF_DUTY.includes(ruleId) ? 'off-duty-list' : 'error-finding',
      says: message,
      // A clause that nobody has checked against its source would let the bearer down when it is asked for.
      grounds: verified.map(({ title, clause }) => `《${title}》${clause}`).join('；') || UNCONFIRMED,
      confidence: verified.length > 0 ? 'verified' : 'unverified',
      quote: quote === '' ? null : quote,
    };
  });
}
