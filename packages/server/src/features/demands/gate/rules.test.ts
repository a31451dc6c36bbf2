import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GateCase } from './gate-facts.ts';
import type { GateExample } from './gate-rule.ts';
import { GATE_RULES } from './rules.ts';

const RULE_FILES = readdirSync(import.meta.dirname).filter((file) => {
  return !file.endsWith('.test.ts') && GATE_RULES.some(({ id }) => `gate/${file}` === `${id}.ts`);
});

test('every rule stands in a file of its own name', () => {
  expect(RULE_FILES.map((file) => `gate/${file.replace('.ts', '')}`)).toEqual(
    GATE_RULES.map(({ id }) => id).toSorted(),
  );
});

describe.each(GATE_RULES)('$id', (rule) => {
  test.each(rule.examples.fires.map(named))('fires on $words', ({ given, options }) => {
    const { findings, unchecked } = rule.run(given, options);

    expect(unchecked).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ ruleId: rule.id, severity: rule.severity, exemption: null, sameAs: null });
    expect(findings[0]?.message).toMatch(/。$/u);
  });

  test.each(rule.examples.passes.map(named))('is silent on $words', ({ given, options }) => {
    const { findings, unchecked } = rule.run(given, options);

    expect(unchecked).toEqual([]);
    expect(findings.filter(({ exemption }) => exemption === null)).toEqual([]);
  });
});

interface NamedExample {
  readonly words: string;
  readonly given: GateCase;
  readonly options: Readonly<Record<string, unknown>> | undefined;
}

function named([words, given, options]: GateExample): NamedExample {
  return { words, given, options };
}
