import { expect, test } from 'vitest';
import { assertGoodPassword } from './password.ts';

test.each([
  'water finds its own level',
  '山高水长，春风化雨，润物无声',
  '春江潮水连海平海上明',
  'k7#Qz!m2Wp',
  'li.ming goes up the hill',
])('%s is taken', (password) => {
  expect(() => assertGoodPassword(password, 'li.ming')).not.toThrow();
});

test.each([
  ['k7#Qz!m2W', '至少 10 个字符'],
  ['🙂🙃😀😁😂', '至少 10 个字符'],
  ['aaaaaaaaaaaa', '相同的字符'],
  ['ababcabcabcb', '相同的字符'],
  ['1234567890', '太常见'],
  ['1234567890!', '太常见'],
  ['Password123', '太常见'],
  ['ＱＷＥＲＴＹＵＩＯＰ', '太常见'],
  ['li.ming2026', '用户名'],
])('%s is refused: %s', (password, detail) => {
  expect(() => assertGoodPassword(password, 'li.ming')).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      facts: { errors: [{ pointer: '/newPassword', detail: expect.stringContaining(detail) as string }] },
    }),
  );
});
