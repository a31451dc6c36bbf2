/** Why a bearer may send a demand back. The system gives the reason; no person has to. */
import type { check, DeepReadonly, inbox } from '@qingzhuang/contract';
import { dayText } from '../inbox.ts';

export interface ReturnFacts {
  readonly codeState: inbox.CodeState;
  /** False for what never passed the gate. */
  readonly hasCode: boolean;
  readonly expiresOn: string;
  readonly today: string;
  readonly findings: readonly DeepReadonly<check.Finding>[];
  /** The duty lists of the bearer say that this is not its business. */
  readonly isOffDutyList: boolean;
}

const RECORD = { grounds: '事项登记记录', confidence: 'record', quote: null } as const;
const UNCONFIRMED = '依据待核';

/** Every reason there is, the plainest first; none means that the demand stands. */
export function returnReasons(facts: ReturnFacts): inbox.ReturnReason[] {
  return [...codeReasons(facts), ...dutyReasons(facts), ...findingReasons(facts.findings)];
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

function dutyReasons({ isOffDutyList }: ReturnFacts): inbox.ReturnReason[] {
  if (!isOffDutyList) return [];
  return [{ code: 'off-duty-list', says: '这件事不在本单位的履职事项清单内。', ...RECORD, grounds: '履职事项清单' }];
}

/** One reason for each rule that an error was found by; what an exemption clears is none. */
function findingReasons(findings: ReturnFacts['findings']): inbox.ReturnReason[] {
  const errors = findings.filter(({ severity, exemption }) => severity === 'error' && exemption === null);
  const firsts = errors.filter(
    ({ ruleId }, index) => errors.findIndex((finding) => finding.ruleId === ruleId) === index,
  );
  return firsts.map(({ message, basis, quote }) => {
    const verified = basis.filter(({ confidence }) => confidence === 'verified');
    return {
      code: 'error-finding',
      says: message,
      // A clause that nobody has checked against its source would let the bearer down when it is asked for.
      grounds: verified.map(({ title, clause }) => `《${title}》${clause}`).join('；') || UNCONFIRMED,
      confidence: verified.length > 0 ? 'verified' : 'unverified',
      quote: quote === '' ? null : quote,
    };
  });
}
