/**
 * Number formats that a file names by number alone and that mean something else in every language of the program. These
 * are the Chinese ones, after ECMA-376 part 1, 18.8.30; without them a date comes out as 3/2/26.
 */
export const CHINESE_FORMATS: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
]);
