/** The one spelling under which a user name is kept and found: 王芳ＡＢ and 王芳ab are one name. */
export function foldUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
