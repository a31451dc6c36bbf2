/** What a label says of ages and years in figures. */
export interface NumberedScopes {
  /** The text without them. */
  readonly left: string;
  readonly scopes: readonly string[];
  readonly time: string | null;
}

const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九十百]{1,4})';
const AGE = new RegExp(
  `(?:年满|满|年龄)?(${NUMERAL})(?:周?岁)?(?:\\(含\\))?(?:[-~—–～至到]+(${NUMERAL}))?(?:周?岁)(?:\\(?含\\)?)?(及其?以上|以上|及其?以下|以下|以内)?(?:的|年龄段)?`,
  'gu',
);
const YEAR = /(?:截至|截止)?(20\d\d)年(?:度|(\d{1,2})月)?(\d{1,2}日)?(底|末|初)?/gu;

/** 后四位, 隐去后六位, 前6后4位: a view of a number, which the derivation reads. */
const VIEW = new RegExp(
  `(?:隐去|隐藏|遮挡|只填|仅填|填)?(?:前${NUMERAL}位?[和、,]?)?[后末尾]${NUMERAL}[位码](?:数字)?|前${NUMERAL}位`,
  'gu',
);

/** Takes ages and years out of folded text. */
export function takeScopes(text: string): NumberedScopes {
  if (!/[\d一二三四五六七八九十]/u.test(text)) return { left: text, scopes: [], time: null };
  const scopes: string[] = [];
  let time: string | null = null;
  const left = text
    .replace(VIEW, '')
    .replace(AGE, (_, first: string, last: string | undefined, side: string | undefined) => {
      scopes.push(ageScope(readNumeral(first), last === undefined ? null : readNumeral(last), side ?? ''));
      return '';
    })
    .replace(YEAR, (_, year: string) => {
      time = `${year}年`;
      return '';
    });
  return { left, scopes, time };
}

/** `age>=60`, `age=60..79`, `age<=16`, `age=18`. 以下 without 及 leaves the year itself out. */
function ageScope(first: number, last: number | null, side: string): string {
  if (last !== null) return `age=${first}..${last}`;
  if (side.includes('上')) return `age>=${first}`;
  if (side === '') return `age=${first}`;
  return side.startsWith('及') || side === '以内' ? `age<=${first}` : `age<${first}`;
}

const DIGITS = '零一二三四五六七八九';

/** 60, 六十, 十八, 一百. */
function readNumeral(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  if (written.includes('百')) return 100;
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens));
  return ten * 10 + Math.max(0, DIGITS.indexOf(ones === '' ? '零' : ones));
}
