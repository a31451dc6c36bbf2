import { expect, test } from 'vitest';
import { descendants, parseMarkup, parseXml, textOf } from './xml.ts';

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('entities of a document type are neither expanded nor fetched', () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY b "哈哈哈哈"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/hostname">]><a>&c;&d;好</a>';

  const text = textOf(parseXml(encode(bomb)));

  expect(text).toContain('好');
  expect(text).not.toContain('哈');
  expect(text).not.toContain('/etc');
});

test('ten thousand levels keep their text', () => {
  const levels = 10_000;

  const root = parseMarkup(`${'<a>'.repeat(levels)}深处${'</a>'.repeat(levels)}<b>之后</b>`, true);

  expect(textOf(root)).toBe('深处之后');
  expect([...descendants(root, 'a')]).toHaveLength(levels);
});

test('a hundred thousand levels are refused', () => {
  expect(() => parseMarkup('<a>'.repeat(100_000), true)).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('names are compared without their prefix', () => {
  const root = parseXml(encode('<x:a xmlns:x="u"><y:b y:val="1">甲</y:b></x:a>'));

  expect(root).toMatchObject({ name: 'a', children: [{ name: 'b', attributes: { val: '1' } }] });
});

test('a declared encoding is used', () => {
  const bytes = new Uint8Array([
    ...encode('<?xml version="1.0" encoding="GBK"?><a>'),
    0xcd,
    0xa8,
    0xd6,
    0xaa,
    ...encode('</a>'),
  ]);

  expect(textOf(parseXml(bytes))).toBe('通知');
});
