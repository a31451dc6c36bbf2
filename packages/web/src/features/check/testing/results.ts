import type { CheckResult, Finding, ReportedDocument } from '@qingzhuang/analysis';

/** A finding with everything a test does not care about filled in. */
export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'report/rush',
    severity: 'error',
    message: '给的时间不到两个工作日。',
    suggestion: '至少留两个工作日。',
    basis: [{ key: 'a.1', title: '《若干规定》', clause: '第五条', confidence: 'reported' }],
    exemption: null,
    start: 0,
    end: 4,
    quote: '今天就报',
    place: {},
    demand: null,
    hoursSaved: null,
    rewrite: null,
    ...changes,
  };
}

/** A result with these findings; the document is a plain notice unless told otherwise. */
export function resultOf(findings: readonly Finding[], document: Partial<ReportedDocument> = {}): CheckResult {
  return {
    document: {
      kind: 'document',
      genre: '通知',
      title: null,
      docNumber: null,
      issuer: null,
      recipients: [],
      date: null,
      urgency: null,
      secrecy: null,
      attachments: [],
      bodyCharacters: 100,
      meeting: null,
      deadlines: [],
      demands: [],
      unreadable: false,
      ...document,
    },
    burden: { perBearerMinutes: null, assumptions: [], activities: [] },
    findings,
    suppressed: [],
    cleared: [],
  };
}
