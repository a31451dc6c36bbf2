/** Who is called to a meeting. */
import type { IssuerLevel } from './issuer.ts';
import { splitRecipients } from './recipients.ts';
import type { Span } from './stance.ts';

const WHO =
  /(?<who>[^,。;:\n]{2,50}?)(?:须|需|必须|务必|应|要|请)?(?:本人|准时|按时|全部|全员)?(?:参加|参会|到会|出席|与会)/u;
const LEVEL_WORDS: readonly (readonly [IssuerLevel, RegExp])[] = [
  ['province', /省(?:直|级|委|政府|[^、,]{0,8}(?:厅|局))|自治区/u],
  ['city', /市(?:直|级|委|政府|[^场、,]{0,8}(?:局|委))|地级市/u],
  ['county', /县(?:直|级|委|政府|区|[^、,]{0,8}局)|各县|区(?:直|级|委|政府)/u],
  ['township', /镇|乡(?!村)|街道/u],
  ['village', /(?<!乡)村(?!镇)|社区|网格员/u],
];

/** Levels whose people or places the words name, highest first. */
export function levelsIn(words: string): IssuerLevel[] {
  return LEVEL_WORDS.filter(([, names]) => names.test(words)).map(([level]) => level);
}

interface People {
  readonly names: string[];
  /** Where they are named. */
  readonly span: Span | null;
}

/** The people that labels name, else those named in prose. */
export function attendeesOf(
  text: string,
  { who, prose }: { readonly who: readonly Span[]; readonly prose: readonly Span[] },
): People {
  const labelled = who.filter(({ start, end }) => end > start);
  const [first] = labelled;
  if (first) {
    const names = labelled
      .flatMap(({ start, end }) => text.slice(start, end).split('\n'))
      .flatMap((line) => splitRecipients(withoutNumber(line)));
    return { names: names.map((name) => name.replace(/[。;]$/u, '')).filter((name) => name !== ''), span: first };
  }
  for (const { start, end } of prose) {
    const match = WHO.exec(text.slice(start, end));
    const words = match?.groups?.['who'];
    if (!match || words === undefined || !/[各全员书记主任负责人干部长]/u.test(words)) continue;
    const from = start + match.index;
    return {
      names: splitRecipients(words.replace(/^(?:请|要求)/u, '')),
      span: { start: from, end: from + words.length },
    };
  }
  return { names: [], span: null };
}

function withoutNumber(line: string): string {
  return line.replace(/^ *(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.)]) */u, '');
}
