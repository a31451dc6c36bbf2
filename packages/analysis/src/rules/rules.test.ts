import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import { ComparedSuperior } from '../lineage/compared-superior.ts';
import { createCandidateFinder } from './engine.ts';
import { rules } from './index.ts';
import { cite } from './instruments.ts';
import { RECOMMENDED } from './presets.ts';
import type { Reading, Rule } from './rule.ts';

const folder = new URL('.', import.meta.url);

function listRuleFiles(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'instruments')
    .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`))
    .filter((file) => !file.endsWith('.test.ts') && definesRule(file));
}

function definesRule(file: string): boolean {
  return readFileSync(new URL(file, folder), 'utf8').includes('defineRule({');
}

/** What the rule reports in a text, as words of it; what it clears itself is no report. */
function reported(rule: Rule, text: string): { start: number; end: number }[] {
  const reading = read(rule, text);
  const { document } = reading;
  return [...rule.find(reading)]
    .filter(({ cleared }) => cleared === undefined)
    .map(({ start, end }) => ({
      start: reading.above + document.normalised.toSource(start),
      end: reading.above + document.normalised.toSource(end - 1) + 1,
    }));
}

/** What stands before `⟹` is the superior's. */
function read(rule: Rule, text: string): Reading & { above: number } {
  const above = text.indexOf('⟹') + 1;
  const document = readDocument(plainSource(text.slice(above)));
  const superiors =
    above === 0 ? [] : [new ComparedSuperior(document, readDocument(plainSource(text.slice(0, above - 1))))];
  const [statements = []] = createCandidateFinder([rule])(document.statements);
  return { statements, document, superiors, above };
}

function readMarks(example: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of example.split(/(⟦[^⟧]*⟧)/u)) {
    const words = part.replace(/^⟦|⟧$/gu, '');
    if (words !== part) spans.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, spans };
}

test('every rule file is registered under its own id', () => {
  expect(rules.map(({ id }) => `${id}.ts`).toSorted()).toEqual(listRuleFiles().toSorted());
});

test('every rule has a severity, and every severity a rule', () => {
  expect(rules.map(({ id }) => id).toSorted()).toEqual(Object.keys(RECOMMENDED).toSorted());
});

describe.each(rules)('$id', (rule) => {
  test.each(rule.examples.bad)('reports %s', (example) => {
    const { text, spans } = readMarks(example);
    expect(spans).not.toEqual([]);
    expect(reported(rule, text)).toEqual(spans);
  });

  test.each(rule.examples.good)('accepts %s', (example) => {
    expect(reported(rule, example)).toEqual([]);
  });

  test('cites clauses of the register', () => {
    for (const key of rule.basis) expect(cite(key).title).not.toBe('');
  });

  test('fills every name in its message and suggestion', () => {
    const known = new Set(['quote', ...Object.keys(rule.options)]);
    for (const { data = {} } of rule.find(read(rule, readMarks(rule.examples.bad[0] ?? '').text))) {
      for (const name of Object.keys(data)) known.add(name);
      for (const [, name = ''] of `${rule.message}${rule.suggestion}`.matchAll(/\{(\w+)\}/gu)) {
        expect(Object.keys(data).concat('quote')).toContain(name);
      }
    }
  });
});
