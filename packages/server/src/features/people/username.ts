import { Refusal } from '@qingzhuang/contract';

/** The one spelling under which a user name is found: 王芳ＡＢ and 王芳ab are one name. */
export function foldUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{1,39}$/u;

/** The spelling under which a new user name is kept. Refuses what is one character and folds to a sentence, such as ﷺ. */
export function readUsername(typed: string): string {
  const username = foldUsername(typed);
  if (USERNAME.test(username)) return username;
  throw new Refusal('invalid-input', { errors: [{ pointer: '/username', detail: '请改用常用的字母、汉字或数字' }] });
}
