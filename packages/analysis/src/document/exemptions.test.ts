import { describe, expect, test } from 'vitest';
import { findExemption } from './exemptions.ts';
import { readDocument } from './read-document.ts';
import { plainSource } from './source-text.ts';

function classOf(text: string): string | null {
  const document = readDocument(plainSource(text));
  const exemption = findExemption(document, document.statements[0] ?? null);
  return exemption === null ? null : `${exemption.class} ${exemption.grade}`;
}

describe('an emergency is shown by its level with its last day', () => {
  test.each([
    ['红色预警期间(防指〔2026〕11号,8月3日至8月6日),各村专人巡堤。', 'EMERG shown'],
    ['森林火险橙色预警期间(至4月10日解除),护林员在岗。', 'EMERG shown'],
    ['Ⅱ级应急响应期间各村报水位。', 'EMERG shown'],
    ['红色预警期间,各村专人巡堤。', null],
    ['情况紧急,各村报水位。', 'EMERG bare'],
    ['汛期各村专人巡堤。', null],
  ])('%s', (text, expected) => {
    expect(classOf(text)).toBe(expected);
  });
});
