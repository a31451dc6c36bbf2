/** Units of measure and what they are worth in one another. Factors are fractions, so that 亩 stays exact. */

interface Unit {
  readonly dimension: string;
  /** One of it is `times / by` of the dimension's own unit. */
  readonly times: number;
  readonly by: number;
}

/** `words|times/by`, by dimension; the first entry of each is its own unit. */
const TABLE: Readonly<Record<string, readonly (readonly [words: string, times: number, by?: number])[]>> = {
  area: [
    ['平方米|平米|㎡|m2|m²|平方|平', 1],
    ['亩|市亩', 2000, 3],
    ['公顷|ha|hm2', 10_000],
    ['平方公里|平方千米|km2|km²', 1_000_000],
  ],
  money: [
    ['元|人民币|圆|块|块钱|RMB', 1],
    ['角', 1, 10],
    ['分钱', 1, 100],
  ],
  mass: [
    ['公斤|千克|kg', 1],
    ['斤|市斤', 1, 2],
    ['克|g', 1, 1000],
    ['两', 1, 20],
    ['吨|t', 1000],
  ],
  length: [
    ['米|m', 1],
    ['公里|千米|km', 1000],
    ['里|华里', 500],
    ['厘米|公分|cm', 1, 100],
    ['毫米|mm', 1, 1000],
  ],
  volume: [
    ['立方米|方|m3|m³|立方', 1],
    ['升|l', 1, 1000],
  ],
  share: [
    ['%|％|百分点', 1, 100],
    ['‰', 1, 1000],
  ],
  time: [
    ['分钟', 1],
    ['小时|时|学时', 60],
  ],
  months: [
    ['月|个月', 1],
    ['年', 12],
  ],
  days: [['天|日', 1]],
  substance: [['毫摩尔|mmol', 1]],
  age: [['岁|周岁', 1]],
  people: [['人|口|名|位|人口', 1]],
  household: [['户|家', 1]],
  energy: [['度|千瓦时|kwh', 1]],
  livestock: [['头|只|羽|匹|口猪|尾', 1]],
  place: [
    ['个|处|座|所|间|栋|幢|套|台|辆|部|件|份|篇|项|次|场|条|张|册|本|株|棵|孔|眼|支|期|批|起|例|人次|户次|层', 1],
  ],
};

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['百万', 1_000_000],
  ['千万', 10_000_000],
  ['亿', 100_000_000],
]);

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(TABLE).flatMap(([dimension, entries]) =>
    entries.flatMap(([words, times, by = 1]) =>
      words.split('|').map((word): [string, Unit] => [
        word.toLowerCase(),
        // Counted things are worth nothing in one another.
        { dimension: dimension === 'place' ? word : dimension, times, by },
      ]),
    ),
  ),
);

function findUnit(word = ''): Unit | null {
  const folded = word
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toLowerCase();
  const plain = UNITS.get(folded);
  if (plain !== undefined) return plain;
  for (const length of [2, 1]) {
    const magnitude = MAGNITUDES.get(folded.slice(0, length));
    const unit = UNITS.get(folded.slice(length));
    if (magnitude !== undefined && unit !== undefined) return { ...unit, times: unit.times * magnitude };
  }
  return null;
}

/** Whether the word is a unit that can be reckoned with, or an amount of one for each of another. */
export function isUnit(word: string): boolean {
  return word.split('/').every((part) => findUnit(part) !== null);
}

const COUNTERS = /^[个处座所间栋幢套台辆部件份篇项条张册本株棵孔眼支头只匹尾盏块片]$/;

/** A word that only counts: who writes 3处 into a column of 个 has counted the same things. */
export function isCounter(word: string): boolean {
  return COUNTERS.test(word);
}

/** Whether the unit carries a magnitude of its own, as 万元 does. */
export function hasMagnitude(word: string): boolean {
  return /^[十百千万亿]/.test(word) && !UNITS.has(word.toLowerCase()) && isUnit(word);
}

/**
 * A plain decimal in another unit, to 12 significant digits; null where the units do not measure the same thing or one of
 * them is unknown. Equal words need not be known.
 */
export function convertUnit(value: string, from: string, to: string): string | null {
  if (from === to) return value;
  const [over, per] = from.split('/');
  const [wanted, wantedPer] = to.split('/');
  const [source, target] = [findUnit(over), findUnit(wanted)];
  if (source === null || target === null) return null;
  if (!isSameUnit(per, wantedPer) || source.dimension !== target.dimension) return null;
  const result = (Number(value) * source.times * target.by) / (source.by * target.times);
  return Number.isFinite(result) ? plainDecimal(result) : null;
}

function isSameUnit(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  const [unit, same] = [findUnit(one), findUnit(other)];
  if (unit === null || same === null) return false;
  return unit.dimension === same.dimension && unit.times * same.by === same.times * unit.by;
}

/** Without exponent and without the tail that binary fractions leave. */
export function plainDecimal(value: number): string {
  const short = Number(value.toPrecision(12));
  const text = String(short);
  if (!text.includes('e')) return text;
  return Math.abs(short) >= 1 ? BigInt(short).toString() : short.toFixed(20).replace(/\.?0+$/, '');
}
