import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const NOTICE = '关于开展小水库巡查的通知\n各乡镇人民政府：\n请于4月20日前报送结果。\n';
/** The same notice in GB18030; browsers and Node decode it but cannot encode it. */
const NOTICE_GB18030 =
  'b9d8d3dabfaad5b9d0a1cbaebfe2d1b2b2e9b5c4cda8d6aa0ab8f7cfe7d5f2c8cbc3f1d5feb8aea3ba0ac7ebd3da34d4c23230c8d5c7b0b1a8cbcdbde1b9fba1a30a';

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 * index, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

test.each([
  ['UTF-8', new TextEncoder().encode(NOTICE)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${NOTICE}`)],
  ['UTF-16 little endian', utf16(NOTICE, true)],
  ['UTF-16 big endian', utf16(NOTICE, false)],
  ['UTF-16 little endian with a mark', utf16(`\uFEFF${NOTICE}`, true)],
  ['UTF-16 big endian with a mark', utf16(`\uFEFF${NOTICE}`, false)],
  ['GB18030', fromHex(NOTICE_GB18030)],
])('the same notice is read from %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(NOTICE);
});

test.each([
  ['two characters of GBK that are nearly UTF-8', 'c1aacda8', '联通'],
  ['a cut character at the end of GB18030', 'cda8d6aad6', '通知\uFFFD'],
])('%s is no reason for gibberish', (_, hex, expected) => {
  expect(decodeText(fromHex(hex))).toBe(expected);
});

test('UTF-16 without a mark and without a single Latin letter is still told from GBK', () => {
  expect(decodeText(utf16('各村要认真做好这项工作', true))).toBe('各村要认真做好这项工作');
});

test('one broken byte in a long UTF-8 text spoils one character only', () => {
  const bytes = new TextEncoder().encode(NOTICE.repeat(20));
  bytes[100] = 0xff;

  expect(decodeText(bytes).replaceAll('\uFFFD', '').length).toBeGreaterThan(NOTICE.length * 20 - 4);
});
