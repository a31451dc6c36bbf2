import { UnreadableFile } from './unreadable-file.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const SAMPLE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const MIXED = '这个表格的各行混用了 UTF-8 和 GB18030 两种编码，读出来会有乱码，请统一编码后再试。';
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
);

const UNLIKELY = -1.5;
/** First and last code of a range, and how likely its characters are in Chinese office text. */
const WEIGHTS: readonly (readonly [number, number, number])[] = [
  [0x00, 0x08, -3],
  [0x09, 0x0d, 1],
  [0x0e, 0x1f, -3],
  [0x20, 0x7f, 1],
  [0x4e00, 0x9fff, 0.8],
  [0x3000, 0x303f, 1],
  [0xff01, 0xff5e, 1],
  [0x2010, 0x266f, 1],
  [0xfffd, 0xfffd, -4],
];

/** Decodes text of unknown encoding: UTF-8, UTF-16 or GB18030, with or without byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes, encodingOf(bytes).encoding);
}

/** The encoding that text is decoded by, and whether a byte order mark names it. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly hasMark: boolean } {
  const marked = markedEncoding(bytes);
  return { encoding: marked ?? guessEncoding(bytes), hasMark: marked !== undefined };
}

/** Decodes a part that may declare its encoding in its first kilobyte, as XML and HTML do. */
export function decodeDeclared(bytes: Uint8Array): string {
  if (markedEncoding(bytes) !== undefined) return decodeText(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  const text = label === undefined ? undefined : decodeAs(bytes, label);
  return text ?? decodeText(bytes);
}

/** Undefined when the label is unknown or the bytes do not keep to it: then the content decides. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  const declared = /^gb/iu.test(label) ? 'gb18030' : label;
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark names. */
function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function guessEncoding(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (isUtf8(bytes) && !looksForeign(decode(sample, 'utf-8'))) return 'utf-8';

  const even = sample.subarray(0, sample.length & ~1);
  const scores = (['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const).map((encoding) => {
    return { encoding, score: plausibility(decode(encoding.startsWith('utf-16') ? even : sample, encoding)) };
  });
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.score < 0) throw new UnreadableFile('unsupported');
  return best.encoding;
}

/**
 * Throws `unsupported` when some lines are UTF-8 and others GB18030, as when tables of two programs were put into one file.
 * Read either way a part of it would be wrong, and nobody would be told.
 */
export function assertOneEncoding(bytes: Uint8Array): void {
  if (markedEncoding(bytes) !== undefined || isUtf8(bytes) || bytes.includes(0)) return;
  const found = new Set<Encoding>();
  for (let start = 0; start < bytes.length && found.size < 2;) {
    const next = bytes.indexOf(LINE_FEED, start);
    const end = next < 0 ? bytes.length : next;
    const encoding = encodingOfLine(bytes.subarray(start, end));
    if (encoding !== undefined) found.add(encoding);
    start = end + 1;
  }
  if (found.size === 2) throw new UnreadableFile('unsupported', { sentence: MIXED });
}

/** Han in UTF-8 hardly ever comes about by chance; two bytes that look like a letter with an accent do. */
function encodingOfLine(line: Uint8Array): 'utf-8' | 'gb18030' | undefined {
  if (isUtf8(line)) return /[\u3000-\u9fff]{2}/u.test(decode(line, 'utf-8')) ? 'utf-8' : undefined;
  return plausibility(decode(line, 'gb18030')) > 1 ? 'gb18030' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Valid UTF-8 that is not likely meant as such: NULs (UTF-16), or letters but no Han and no plain words (short GBK). */
function looksForeign(text: string): boolean {
  return text.includes('\0') || (/[\u0080-\u07ff]/u.test(text) && !/[\u2000-\uffff]/u.test(text));
}

/** Mean over characters: 2 for the most frequent Han, 1 for Han, Latin and punctuation, below 0 for what no text holds. */
function plausibility(text: string): number {
  let sum = 0;
  for (const character of text) sum += characterWeight(character);
  return text === '' ? 0 : sum / text.length;
}

function characterWeight(character: string): number {
  if (FREQUENT.has(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return WEIGHTS.find(([first, last]) => code >= first && code <= last)?.[2] ?? UNLIKELY;
}
