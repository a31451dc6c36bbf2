import { describe, expect, test } from 'vitest';
import { countCharacters } from './base-texts.ts';
import { buildPairs } from './build-pairs.ts';
import { seededChance } from './chance.ts';
import { readMarks } from './marks.ts';
import { GRADES } from './recipes.ts';
import { HALVES, readPeers, readRows, readSections, readTopics } from './sections.ts';
import { pairByHand } from './special-cases.ts';
import { pairOfRow, pairsOfChain, type SmallPair } from './target-truth.ts';

describe.each(HALVES)('the %s half', (half) => {
  const topics = readTopics(half);
  const pairs = buildPairs(topics, seededChance);
  const small = readRows(half, 'small-pairs.jsonl') as SmallPair[];

  test('has superiors of a page and more, and own texts of their subordinates', () => {
    expect(topics.length).toBeGreaterThanOrEqual(7);
    expect(topics.filter(({ superior }) => superior.text.length < 800).map(({ superior }) => superior.topic)).toEqual(
      [],
    );
    expect(topics.filter(({ own }) => countCharacters(own.body) < 400).map(({ own }) => own.topic)).toEqual([]);
  });

  test('makes pairs whose copied share lies near the wanted grade', () => {
    const far = pairs.filter(({ grade, truth }) => Math.abs(truth.high * 100 - grade) > 5);

    expect(pairs.length).toBeGreaterThanOrEqual(60);
    // A clause that is cut or hung on moves the share a little further.
    expect(
      far.filter(({ disturbance }) => !['tailed', 'clauses cut'].includes(disturbance)).map(({ id }) => id),
    ).toEqual([]);
  });

  test('makes the same pairs again', () => {
    const again = buildPairs(readTopics(half).slice(0, 1), seededChance).map(({ subordinate }) => subordinate);

    expect(again).toEqual(pairs.slice(0, again.length).map(({ subordinate }) => subordinate));
  });

  test('knows where each copied sentence stands on both sides', () => {
    const untouched = pairs.filter(({ disturbance }) => disturbance === 'verbatim');
    const spans = untouched.flatMap(({ subordinate, superior, truth }) =>
      truth.copied.map((span) => [
        subordinate.slice(span.subordinate.start, span.subordinate.end),
        superior.slice(span.superior.start, span.superior.end),
      ]),
    );

    expect(spans.length).toBeGreaterThan(GRADES.length * topics.length);
    expect(spans.filter(([below, above]) => below !== above)).toEqual([]);
  });

  test('disturbs what the recipe names', () => {
    const plain = new Map(pairs.filter(({ disturbance }) => disturbance === 'verbatim').map((pair) => [pair.id, pair]));
    const same = pairs.filter(
      ({ disturbance, topic, grade, subordinate }) =>
        !['verbatim', 'woven', 'own text'].includes(disturbance) &&
        plain.get(`${topic}-verbatim-${grade}`)?.subordinate === subordinate,
    );

    expect(same.map(({ id }) => id)).toEqual([]);
  });

  test('has peers for some topics, each with a superior', () => {
    const known = topics.map(({ superior }) => superior.topic);

    expect(readPeers(half).length).toBeGreaterThanOrEqual(4);
    expect(readPeers(half).filter(({ topic }) => !known.includes(topic))).toEqual([]);
  });

  test('has chains of two to four levels with targets of every verdict', () => {
    const chains = readSections(half, 'chains');
    const truths = chains.flatMap(pairsOfChain).map(({ truth }) => truth);

    expect(chains.length).toBeGreaterThanOrEqual(6);
    expect(chains.filter(({ sections }) => sections.length < 2 || sections.length > 4)).toEqual([]);
    expect(truths.flatMap(({ raised }) => raised).length).toBeGreaterThanOrEqual(30);
    expect(truths.flatMap(({ compressed }) => compressed).length).toBeGreaterThanOrEqual(5);
    expect(truths.flatMap(({ added }) => added).length).toBeGreaterThanOrEqual(9);
    expect(truths.flatMap(({ local }) => local).length).toBeGreaterThanOrEqual(9);
  });

  test('has small pairs, at least half of them without a raised or compressed target', () => {
    const quiet = small.map(pairOfRow).filter(({ truth }) => truth.raised.length + truth.compressed.length === 0);

    expect(small.length).toBeGreaterThanOrEqual(30);
    expect(new Set(small.map(({ id }) => id)).size).toBe(small.length);
    expect(quiet.length * 2).toBeGreaterThanOrEqual(small.length);
  });

  test('has pairs by hand whose copied words agree on both sides', () => {
    const byHand = readSections(half, 'by-hand').map(({ name, sections }) => pairByHand(name, sections));

    expect(byHand.length).toBeGreaterThanOrEqual(3);
    expect(byHand.filter(({ truth }) => truth.high < 0 || truth.high > 1)).toEqual([]);
  });
});

test('the halves share no topic and no sentence', () => {
  const [tuning = [], measuring = []] = HALVES.map((half) =>
    readTopics(half).flatMap(({ superior, own }) => [superior, own].flatMap(({ paragraphs }) => paragraphs.flat())),
  );
  const known = new Set(tuning.map(({ text }) => text));

  expect(measuring.filter(({ text }) => text.length > 12 && known.has(text)).map(({ text }) => text)).toEqual([]);
});

describe('marks', () => {
  test('leave the words and keep their places, nested ones too', () => {
    const { text, marks } = readMarks('各村⟦added|每⟦freq1:52|周一次⟧报表⟧。');

    expect(text).toBe('各村每周一次报表。');
    expect(marks.map(({ quote, start, tags }) => ({ quote, start, tags: [...tags] }))).toEqual([
      { quote: '周一次', start: 3, tags: [['freq1', '52']] },
      { quote: '每周一次报表', start: 2, tags: [['added', '']] },
    ]);
  });

  test('must be closed', () => {
    expect(() => readMarks('各村⟦added|报表')).toThrow('left open');
    expect(() => readMarks('各村⟧报表')).toThrow('without being opened');
  });
});
