import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEvaluationSet, readRuleSeverities } from './evaluation-set.ts';

const { sentences, documents } = readEvaluationSet('tuning');
const severities = readRuleSeverities();
const KINDS = [
  'document',
  'meeting-notice',
  'form',
  'inspection-notice',
  'task-order',
  'platform-notice',
  'chat-message',
  'briefing',
  'report-upward',
  'letter',
  'speech',
  'minutes',
  'regulation',
];

describe('tuning sentences', () => {
  test('are many, and at least half of them are innocent', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(700);
    expect(sentences.filter(({ expect: rules }) => rules.length === 0).length * 2).toBeGreaterThanOrEqual(
      sentences.length,
    );
  });

  test('have an id and a text of their own', () => {
    expect(repeated(sentences.map(({ id }) => id))).toEqual([]);
    expect(repeated(sentences.map(({ text }) => text))).toEqual([]);
  });

  test('name only rules of the rulebook, each in one role', () => {
    const wrong = sentences.filter(({ expect: fired, optional = [], exempt = [] }) => {
      const rules = [...fired, ...optional, ...exempt];
      return rules.some((rule) => !(rule in severities)) || repeated(rules).length > 0;
    });

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('prove each label with words that stand in the text', () => {
    const wrong = sentences.filter(
      ({ text, spans, expect: fired }) =>
        spans.some((span) => span === '' || !text.includes(span)) || (fired.length > 0 && spans.length === 0),
    );

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('say why in at most twelve words', () => {
    const wrong = sentences.filter(({ why }) => why.trim() === '' || why.split(/\s+/).length > 12);

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('tuning documents', () => {
  test('are many, of all kinds, and at least half carry no error and no warning', () => {
    const clean = documents.filter(({ expect: labels }) => labels.every(({ rule }) => severities[rule] === 'info'));

    expect(documents.length).toBeGreaterThanOrEqual(120);
    expect(clean.length * 2).toBeGreaterThanOrEqual(documents.length);
    expect([...new Set(documents.map(({ kind }) => kind))].toSorted()).toEqual(KINDS.toSorted());
  });

  test('stand one to one with the files of the folder', () => {
    const files = readdirSync(new URL('tuning/documents/', import.meta.url));

    expect(documents.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  test('are labelled with rules of the rulebook and words of the text', () => {
    const labels = documents.flatMap(({ file, text, expect: expected, optional = [] }) =>
      [...expected, ...optional].map((label) =>
        typeof label === 'string' ? { file, text, rule: label } : { file, text, ...label },
      ),
    );
    const wrong = labels.filter(({ rule, text, ...label }) => {
      return !(rule in severities) || ('quote' in label && (label.quote === '' || !text.includes(label.quote)));
    });

    expect(
      wrong.map(({ file, rule, ...label }) => ({ file, rule, label: 'quote' in label ? label.quote : '' })),
    ).toEqual([]);
  });

  test('quote their deadlines and header fields from the text', () => {
    const wrong = documents.filter(({ text, fields }) => {
      const bare = text.replace(/[\s　]/g, '');
      const quoted = [fields?.title, fields?.docNumber, fields?.issuer, ...(fields?.recipients ?? [])];
      const found = quoted.every((words) => words == null || bare.includes(words.replace(/[\s　]/g, '')));
      return !found || (fields?.deadlines ?? []).some((deadline) => !text.includes(deadline.text));
    });

    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
