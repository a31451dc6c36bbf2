import { expect, test } from 'vitest';
import { foldUsername, readUsername } from './username.ts';

test.each([
  ['Wang.Fang', 'wang.fang'],
  [' 王芳ＡＢ ', '王芳ab'],
  ['ΟΔΟΣ', 'οδος'],
  ['İx', 'i\u0307x'],
])('%j is kept as %j', (typed, username) => {
  expect(readUsername(typed)).toBe(username);
  expect(foldUsername(username)).toBe(username);
});

test.each(['ab\uFDFA', '①', 'a\u3000b', ''])('%j is no user name once it is folded', (typed) => {
  expect(() => readUsername(typed)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
