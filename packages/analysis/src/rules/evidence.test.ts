import { expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import type { Statement } from '../document/statements.ts';
import { evidenceIn, findEvidence } from './evidence.ts';
import { pattern, together } from './wording.ts';

function statementsOf(text: string): readonly Statement[] {
  return readDocument(plainSource(text)).statements;
}

function found(statements: readonly Statement[], evidence: Parameters<typeof evidenceIn>[2]): string[] {
  return Array.from(evidenceIn(statements, 'raw', evidence), ({ statement, span }) =>
    statement.raw.slice(span.start, span.end),
  );
}

test('a pattern made after the text was first looked at is found as well', () => {
  const statements = statementsOf('渡船停运。渡口封闭。');
  expect(found(statements, [pattern('渡船停')])).toEqual(['渡船停']);
  expect(found(statements, [pattern('渡口~封闭')])).toEqual(['渡口封闭']);
});

test('the earliest alternative wins, the longest of those that start together', () => {
  const [statement] = statementsOf('磨坊主修磨坊水车。');
  const evidence = [pattern('水车', '磨坊主', '磨坊主修'), pattern('修磨坊')];
  expect(statement && findEvidence(statement, statement.raw, evidence)).toEqual({ start: 0, end: 4 });
});

test('slots may stand in any order, but no farther apart than the reach', () => {
  const statements = statementsOf('苇席由船工在秋后编。船工编苇席。');
  expect(found(statements, [together(['苇席', '编'], 4)])).toEqual(['编苇席']);
  expect(found(statements, [together(['苇席', '编'], 9)])).toEqual(['苇席由船工在秋后编', '编苇席']);
});
