import { expect, test } from 'vitest';
import { codeWithin, shownCode } from './scanned.ts';

const TOKEN = 'A1'.repeat(95);

test.each([
  ['a typed code', ' qh26-7k3f-9d ', 'QH26-7K3F-9D'],
  ['the address in a QR code', `HTTPS://GATE.EXAMPLE/C/${TOKEN}`, TOKEN],
  ['the address of a code', 'https://gate.example/C/QH26-7K3F-9D', 'QH26-7K3F-9D'],
  ['a signed text alone', TOKEN, TOKEN],
  ['nothing', '  ', ''],
])('%s is looked up as the code in it', (_what, text, code) => {
  expect(codeWithin(text)).toBe(code);
});

test('a signed text is not shown as if somebody had typed it', () => {
  expect(shownCode(TOKEN)).toBe('');
  expect(shownCode('QH26-7K3F-9D')).toBe('QH26-7K3F-9D');
});
