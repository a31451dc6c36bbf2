/** Excel prints format 14 by the language of the machine; this is how a Chinese one shows it. */
export const SHORT_DATE = 'yyyy/m/d';

/**
 * Number formats that a file names by number alone and that mean something else in every language of the program. These
 * are the Chinese ones, after ECMA-376 part 1, 18.8.30; without them a date comes out as 3/2/26.
 */
export const CHINESE_FORMATS: ReadonlyMap<number, string> = new Map([
  [22, `${SHORT_DATE} h:mm`],
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
]);

/** Month before day before year with slashes, which only the language of somebody's machine has chosen. */
const AMERICAN_DATE = /^(?:\[\$-[^\]]*\])?m{1,2}\/d{1,2}\/y{2,4}(.*)$/iu;

/** The format with its date in the Chinese order, its time as it stands; undefined where it is in no other order. */
export function inChineseOrder(format: string): string | undefined {
  const [, rest] = AMERICAN_DATE.exec(format.replaceAll('\\', '')) ?? [];
  return rest === undefined ? undefined : SHORT_DATE + rest;
}

/** What the spreadsheet library has for number formats, which it declares as anything. */
export interface NumberFormats {
  /** The one table of the library, by number. */
  get_table(): Record<number, string>;
  load_table(formats: Readonly<Record<number, string>>): void;
  format(format: string, value: number, options: { readonly date1904: boolean }): string;
}

/** Does the work with Chinese formats in the library's table. Old workbooks write theirs into it: no other file meets them. */
export function inChineseFormats<Result>(formats: NumberFormats, work: () => Result): Result {
  const before = { ...formats.get_table() };
  formats.load_table(Object.fromEntries(CHINESE_FORMATS));
  try {
    return work();
  } finally {
    const table = formats.get_table();
    for (const id of Object.keys(table)) Reflect.deleteProperty(table, id);
    Object.assign(table, before);
  }
}
