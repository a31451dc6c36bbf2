import { describe, expect, test } from 'vitest';
import type { CheckResult, Exemption, Finding, ReportedDocument } from '../src/index.ts';
import type { LabelledDocument, LabelledSentence } from './evaluation-set.ts';
import { scoreFields } from './field-scoring.ts';
import { scoreDocument, scoreSentence, tally } from './scoring.ts';

const severities = { 'report/rush': 'error', 'report/periodic': 'warning' } as const;
const shown: Exemption = { class: 'LAW', grade: 'shown', proof: '第九条' };

describe('a sentence', () => {
  const sentence: LabelledSentence = {
    id: 's',
    text: '请今天报数',
    expect: ['report/rush'],
    spans: ['今天'],
    why: 'due today',
  };

  test('hits when an expected rule fires, however often', () => {
    const verdicts = scoreSentence(sentence, result(finding('report/rush'), finding('report/rush')), severities);

    expect(verdicts.map(({ outcome, rule }) => [outcome, rule])).toEqual([['hit', 'report/rush']]);
  });

  test('misses when the finding is exempt', () => {
    const verdicts = scoreSentence(sentence, result({ ...finding('report/rush'), exemption: shown }), severities);

    expect(verdicts.map(({ outcome, severity }) => [outcome, severity])).toEqual([['missed', 'error']]);
  });

  test('counts an unexpected rule as false and an optional one not at all', () => {
    const fired = result(finding('report/rush'), finding('report/periodic'));

    expect(scoreSentence(sentence, fired, severities).map(({ outcome }) => outcome)).toEqual(['hit', 'false']);
    expect(scoreSentence({ ...sentence, optional: ['report/periodic'] }, fired, severities)).toHaveLength(1);
  });
});

describe('a document', () => {
  const document: LabelledDocument = {
    file: 'd.txt',
    kind: 'document',
    text: '一、今天交表。二、每周交表。',
    expect: [{ rule: 'report/rush', quote: '今天交表' }],
    optional: [{ rule: 'report/periodic', quote: '每周' }],
    fields: { docNumber: null, meeting: null, deadlines: [{ text: '今天', at: '2026-03-02T18:00+08:00' }] },
  };

  test('hits where the finding overlaps the quote', () => {
    const verdicts = scoreDocument(document, result({ ...finding('report/rush'), start: 2, end: 4 }), severities);

    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['hit']);
  });

  test('is wrong twice when the finding stands elsewhere', () => {
    const verdicts = scoreDocument(document, result({ ...finding('report/rush'), start: 9, end: 11 }), severities);

    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['missed', 'false']);
  });

  test('takes a rule about the whole text wherever its finding stands', () => {
    const whole = { ...document, expect: [{ rule: 'document/relay-only', quote: '今天' }] };
    const verdicts = scoreDocument(whole, result({ ...finding('document/relay-only'), start: 9, end: 11 }), severities);

    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['hit']);
  });

  test('forgives an optional rule only at its quote', () => {
    const elsewhere = result({ ...finding('report/periodic'), start: 0, end: 2 });
    const quoted = result({ ...finding('report/periodic'), start: 9, end: 11 });

    expect(scoreDocument(document, quoted, severities).map(({ outcome }) => outcome)).toEqual(['missed']);
    expect(scoreDocument(document, elsewhere, severities).map(({ outcome }) => outcome)).toEqual(['missed', 'false']);
  });

  test('has its labelled fields compared, instants by time and not by spelling', () => {
    const read: ReportedDocument = {
      ...result().document,
      deadlines: [{ text: '今天', at: '2026-03-02T10:00:00Z', start: 2, end: 4, leadHours: 1 }],
    };

    expect(scoreFields(document, read).map(({ field, right }) => [field, right])).toEqual([
      ['kind', true],
      ['docNumber', true],
      ['meeting', true],
      ['deadline', true],
    ]);
  });
});

test('precision and recall are 1 where there was nothing to say', () => {
  expect(tally([])).toEqual({ hits: 0, falses: 0, misses: 0, precision: 1, recall: 1 });
});

function finding(ruleId: string): Finding {
  return {
    ruleId,
    severity: 'warning',
    message: '',
    suggestion: '',
    basis: [],
    exemption: null,
    start: 0,
    end: 1,
    quote: '请',
    place: {},
    demand: null,
    hoursSaved: null,
    rewrite: null,
  };
}

function result(...findings: readonly Finding[]): CheckResult {
  return {
    document: {
      kind: 'document',
      genre: null,
      title: null,
      docNumber: null,
      issuer: null,
      recipients: [],
      date: null,
      urgency: null,
      secrecy: null,
      attachments: [],
      bodyCharacters: 0,
      meeting: null,
      deadlines: [],
      demands: [],
      unreadable: false,
    },
    burden: { perBearerMinutes: null, assumptions: [], activities: [] },
    findings,
    suppressed: [],
    cleared: [],
  };
}
