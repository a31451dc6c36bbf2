import type { FieldType } from '../form.ts';
import { isUnit } from '../values/units.ts';
import { readLabelText, type LabelText } from './label-text.ts';
import { cutWords, kindOf, weightOf, type Piece, type WordKind } from './lexicon.ts';
import { joinOffices, nameHeads } from './people-in-labels.ts';
import { takeScopes } from './numbered-scopes.ts';
import { VALUE_COLUMNS } from './vocabulary/generics.ts';
import { HOLDER_ENDINGS, PERSONAL_VALUES } from './vocabulary/holders.ts';
import { namesAnyEntity } from './vocabulary/entities.ts';
import { COUNTING_WORDS, kindOfUnit } from './vocabulary/measures.ts';
import { ADDRESS_PARTS } from './vocabulary/things.ts';

/** A word of a meaning and how much it matters. */
export interface Term {
  /** The word that stands for its group, and as it was written. */
  readonly id: string;
  readonly text: string;
  readonly kind: WordKind;
  /** 1 for a word that makes the value another one. */
  readonly weight: number;
  /** Of a header further out than the field's own words. */
  readonly isOuter: boolean;
}

/** What a label asks or an element says, apart from how it is written. */
export interface Meaning {
  /** The field's own words, folded; the whole path joined is `whole`. */
  readonly text: string;
  readonly whole: string;
  readonly terms: readonly Term[];
  /** Characters of the own words that no table knows. */
  readonly rest: string;
  /** Of whom, when it is somebody other than the subject; how surely the words mean that person. */
  readonly holder: string | null;
  readonly isHolderLoose: boolean;
  /** The subject itself, when the label names it (儿童姓名). */
  readonly subject: string | null;
  /** Of which of them, under what condition; sorted. */
  readonly scopes: readonly string[];
  /** Those that only a header further out says, beside others of the field's own, and that say what is counted by default. */
  readonly outerScopes: readonly string[];
  readonly time: string | null;
}

/** What is known of a field or an element besides its words. */
export interface ValueKind {
  readonly type: FieldType;
  readonly unit: string | null;
}

const WEAK_SUBJECT = 0.15;
const VAGUE_SUBJECT = 0.4;
const LOOSE_WORD = 0.15;
/** What the unit says already need not be said. */
export const IMPLIED = 0.1;
const YEAR_COLUMN = /^20\d\d年?(?:度|末|底)?$/u;
/** The name of a place as the header of a column: 石桥村. */
const PLACE_COLUMN = /^(?!所在|所属|行政|自然|全)[\p{Script=Han}]{2,4}(?:村|社区|镇|乡|街道)$/u;
const TELLS_ABOUT = /^(?:信息|情况|详情|简述|概况|内容)$/u;
const OPENS_EXPLANATION =
  /^(?:填|如|请|注|见|按|选|例|精确|保留|可多选|多选|单选|必填|选填|格式|单位[::]|以|含|包括|盖章|公章|签|附|写|截至|截止)/u;

/** Reads a label path, the innermost words last. */
export function readMeaning(path: readonly string[], value: ValueKind): Meaning {
  const reading = new MeaningReading();
  const texts = path.map(readLabelText);
  const asking = withoutValueColumns(
    texts.filter(({ text }) => !YEAR_COLUMN.test(text)),
    value,
  );
  for (const { text } of texts) if (YEAR_COLUMN.test(text)) reading.add(text, true);
  for (const [at, { text, remarks }] of asking.entries()) {
    reading.add(text, at < asking.length - 1);
    for (const remark of remarks) if (isPartOfQuestion(remark, value)) reading.add(remark, true);
  }
  const whole = asking.map(({ text }) => text).join('');
  return reading.finish(value, asking.at(-1)?.text ?? '', whole);
}

/** The header of a value column (数量, 2025年, 石桥村) leaves the question to the row. */
function withoutValueColumns(texts: readonly LabelText[], { type }: ValueKind): readonly LabelText[] {
  if (texts.length === 1) return texts;
  const [first, ...others] = texts;
  const kept = others.filter(({ text }) => !VALUE_COLUMNS.has(text) && !(type === 'number' && PLACE_COLUMN.test(text)));
  return first === undefined ? texts : [first, ...kept];
}

/** What stands in brackets may be a unit, an explanation or the answers to choose from instead. */
function isPartOfQuestion(remark: string, { unit }: ValueKind): boolean {
  if (remark === unit || isUnit(remark) || OPENS_EXPLANATION.test(remark)) return false;
  const offersAnswers = /[/、|]/u.test(remark) && /是|否|有|无|男|√|\d[.、]/u.test(remark);
  const isRate = /^[^/]{1,4}\/[^/]{1,3}$/u.test(remark);
  return !offersAnswers && !isRate;
}

interface PlacedPiece extends Piece {
  readonly isOuter: boolean;
  /** Whether a header further out says this and nothing else. */
  readonly isHeader: boolean;
}

class MeaningReading {
  private readonly pieces: PlacedPiece[] = [];
  private readonly scopes = new Set<string>();
  private readonly ownScopes = new Set<string>();
  private readonly terms: Term[] = [];
  private readonly restParts: string[] = [];
  private time: string | null = null;
  private holder: string | null = null;
  private isHolderLoose = false;
  private subject: string | null = null;
  /** The place of the last word for a value that people have; −1 without one. */
  private lastPersonal = -1;
  private isCount = false;
  /** The place from which on only words without meaning follow. */
  private tail = 0;

  add(text: string, isOuter: boolean): void {
    const { left, scopes, time } = takeScopes(text);
    for (const scope of scopes) this.addScope(scope, isOuter);
    this.time = time ?? this.time;
    const pieces = nameHeads(joinOffices(cutWords(left)));
    const isHeader = isOuter && pieces.filter(({ word }) => word?.kind !== 'light').length === 1;
    for (const piece of pieces) this.pieces.push({ ...piece, isOuter, isHeader });
  }

  finish(value: ValueKind, text: string, whole: string): Meaning {
    this.isCount = value.type === 'number' && COUNTING_WORDS.has(kindOfUnit(value.unit) ?? '');
    this.lastPersonal = this.isCount
      ? -1
      : this.pieces.findLastIndex(({ word }) => word?.ids.some((id) => PERSONAL_VALUES.has(id)) === true);
    this.tail = 1 + this.pieces.findLastIndex(({ word }) => word?.kind !== 'light' && word?.kind !== 'flag');
    for (const [at, piece] of this.pieces.entries()) this.read(piece, at);
    this.nameHolder();
    this.nameThing(value);
    this.implyMeasure(value);
    return {
      ...{ text, whole, terms: withoutRepeats(this.terms), rest: this.restParts.join('') },
      ...{ holder: this.holder, isHolderLoose: this.isHolderLoose, subject: this.subject },
      ...{ scopes: [...this.scopes].sort(), outerScopes: this.defaultScopes(), time: this.time },
    };
  }

  private defaultScopes(): string[] {
    const hasOwn = this.ownScopes.size > 0 || this.terms.some(({ kind, isOuter }) => kind === 'concept' && !isOuter);
    return hasOwn ? [...this.scopes].filter((scope) => isLooseScope(scope) && !this.ownScopes.has(scope)) : [];
  }

  private addScope(scope: string, isOuter: boolean): void {
    this.scopes.add(scope);
    if (!isOuter) this.ownScopes.add(scope);
  }

  private read(piece: PlacedPiece, at: number): void {
    const kind = piece.word?.kind ?? 'unknown';
    if (kind === 'unknown') this.readUnknown(piece, at);
    else if (kind === 'holder') this.readHolder(piece, at);
    else if (kind === 'subject') this.readSubject(piece, at);
    else if (kind === 'time') this.time = piece.word?.ids[0] ?? null;
    else if (kind !== 'flag') this.push(piece);
  }

  private readUnknown({ text, isOuter }: PlacedPiece, at: number): void {
    const isPerson = text.length > 1 && HOLDER_ENDINGS.test(text);
    if (isPerson && !this.isCount && (at < this.lastPersonal || (at + 1 === this.tail && !isOuter))) this.holder = text;
    else if (isOuter)
      this.terms.push({ id: text, text, kind: 'unknown', weight: Math.min(1, unknownWeight(text)), isOuter });
    else this.restParts.push(text);
  }

  private readHolder(piece: PlacedPiece, at: number): void {
    if (!this.isCount && (at < this.lastPersonal || at + 1 === this.tail || this.isOfHeader(piece, at))) {
      this.holder = piece.word?.ids[0] ?? null;
      this.isHolderLoose = piece.word?.isLoose === true;
    } else this.push(piece);
  }

  /** 父亲/务工地点 is the father's; 户主 mostly gathers what is asked of the household, and 流入方/名称 is a party of its own. */
  private isOfHeader(piece: PlacedPiece, at: number): boolean {
    const isNamed = this.pieces[at + 1]?.word?.ids.includes('名称') === true;
    return piece.isHeader && !isNamed && piece.word?.ids[0] !== '户主';
  }

  private readSubject(piece: PlacedPiece, at: number): void {
    const ids = piece.word?.ids ?? [];
    const { text, isOuter } = piece;
    if (at < this.lastPersonal) {
      this.subject = text;
      for (const id of ids) this.pushId(id, text, WEAK_SUBJECT, isOuter);
    } else if (ids.length > 0) this.push(piece);
    else if (at + 1 === this.tail && this.terms.length === 0) this.nameSubject(text, isOuter);
    else this.pushId(text, text, isOuter ? IMPLIED : VAGUE_SUBJECT, isOuter);
  }

  /** 申请人, 当事人: the name is meant. */
  private nameSubject(text: string, isOuter: boolean): void {
    this.subject = text;
    this.pushId('姓名', text, weightOf('姓名'), isOuter);
  }

  private push({ word, text, isOuter }: PlacedPiece): void {
    for (const id of word?.ids ?? []) {
      const kind = kindOf(id);
      if (kind === 'scope' || kind === 'weak-scope' || kind === 'negation') this.addScope(id, isOuter);
      else this.pushId(id, text, weightOf(id), isOuter);
    }
    if (word?.isLoose === true) this.terms.push({ id: '~', text: '', kind: 'light', weight: LOOSE_WORD, isOuter });
  }

  private pushId(id: string, text: string, weight: number, isOuter: boolean): void {
    this.terms.push({ id, text, kind: kindOf(id), weight, isOuter });
  }

  /** 户主, 联系人: the name of the person is meant when nothing else is asked of them. */
  private nameHolder(): void {
    if (this.holder === null || this.restParts.length > 0) return;
    if (this.terms.every(({ kind, isOuter }) => kind === 'light' || isOuter))
      this.pushId('姓名', '', weightOf('姓名'), false);
  }

  /** 企业, 设施: its name is meant. */
  private nameThing({ type }: ValueKind): void {
    const own = this.terms.filter(({ isOuter, kind }) => !isOuter && kind !== 'light');
    // 隐患信息 wants to know of it what its name does not say.
    if (TELLS_ABOUT.test(this.pieces.at(-1)?.text ?? '')) return;
    const isThing = own.length > 0 && own.every(({ id }) => namesAnyEntity(id) && ADDRESS_PARTS[id] === undefined);
    if (type === 'text' && isThing && this.holder === null && this.restParts.length === 0) {
      this.pushId('名称', '', IMPLIED, false);
    }
  }

  /** 党员数 in persons is 党员人数; 低保（户） is 低保户数; 水田（亩） is 水田面积. */
  private implyMeasure({ type, unit }: ValueKind): void {
    if (type !== 'number') return;
    const isOfPeople =
      unit === null && [...this.scopes].some((scope) => scope === '男' || scope === '女' || scope.startsWith('age'));
    const measure = isOfPeople ? '人数' : kindOfUnit(unit);
    if (measure === null) return;
    const at = this.terms.findIndex(
      ({ id, isOuter }) => id === '数' || (id === '户' && measure === '户数' && !isOuter),
    );
    if (at >= 0 && COUNTING_WORDS.has(measure)) {
      this.terms[at] = { id: measure, text: measure, kind: 'generic', weight: weightOf(measure), isOuter: false };
    } else if (
      !this.terms.some(({ id }) => id === measure || (COUNTING_WORDS.has(id) && COUNTING_WORDS.has(measure)))
    ) {
      this.pushId(measure, measure, IMPLIED, false);
    }
  }
}

function isLooseScope(scope: string): boolean {
  return DEFAULT_SCOPES.has(scope) || kindOf(scope) === 'weak-scope';
}

/** What people are counted by when nothing else is said. */
const DEFAULT_SCOPES: ReadonlySet<string> = new Set(['户籍']);

/** 留守人员/留守儿童 says 留守 once. */
function withoutRepeats(terms: readonly Term[]): Term[] {
  const own = new Set(terms.filter(({ isOuter }) => !isOuter).map(({ id }) => id));
  const seen = new Set<string>();
  return terms.filter(({ id, isOuter }) => {
    if (isOuter && own.has(id)) return false;
    const isRepeated = seen.has(id);
    seen.add(id);
    return !isRepeated;
  });
}

/** Two characters make about one word. */
export function unknownWeight(text: string): number {
  return Math.min(2, 0.5 * text.length);
}
