import type { FieldType } from '../form.ts';
import { cutWords, kindOf, type Piece, type WordKind } from './lexicon.ts';
import { readLabelText } from './label-text.ts';
import { takeScopes } from './numbered-scopes.ts';
import { HOLDER_ENDINGS, PERSONAL_VALUES } from './vocabulary/holders.ts';

/** A word of a meaning and how much it matters, 0 to 1.5. */
export interface Term {
  readonly id: string;
  readonly kind: WordKind;
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
  /** Of whom, when it is somebody other than the subject. */
  readonly holder: string | null;
  /** Of which of them, under what condition; sorted. */
  readonly scopes: readonly string[];
  readonly time: string | null;
  readonly asksYesOrNo: boolean;
}

/** What is known of a field or an element besides its words. */
export interface ValueKind {
  readonly type: FieldType;
  readonly unit: string | null;
}

const WEIGHTS: Readonly<Record<WordKind, number>> = {
  concept: 1,
  generic: 0.8,
  light: 0.08,
  holder: 1,
  subject: 1,
  scope: 1.5,
  time: 1,
  flag: 0,
  negation: 2,
  unknown: 1,
};
const WEAK_SUBJECT = 0.2;
const LOOSE_SHARE = 0.12;
const OPENS_EXPLANATION =
  /^(?:填|如|请|注|见|按|选|例|精确|保留|可多选|多选|单选|必填|选填|格式|单位[:：]|以|含|包括|盖章|公章|签|附|元|写)/u;

/** Reads a label path, the innermost words last. */
export function readMeaning(path: readonly string[], value: ValueKind): Meaning {
  const gathering = new Gathering();
  const texts = path.map(readLabelText);
  for (const [at, { text, remarks }] of texts.entries()) {
    gathering.add(text, at < texts.length - 1);
    for (const remark of remarks) if (!OPENS_EXPLANATION.test(remark) && !isChoice(remark)) gathering.add(remark, true);
  }
  return gathering.finish(value, texts.at(-1)?.text ?? '', texts.map(({ text }) => text).join(''));
}

/** 是/否, 1.有 2.无: what may be answered, no part of the question. */
function isChoice(remark: string): boolean {
  return /[/、|]/u.test(remark) && remark.length <= 24 && /是|否|有|无|男|√|\d[.、]/u.test(remark);
}

interface PlacedPiece extends Piece {
  readonly isOuter: boolean;
}

class Gathering {
  private readonly pieces: PlacedPiece[] = [];
  private readonly scopes = new Set<string>();
  private readonly terms: Term[] = [];
  private readonly restParts: string[] = [];
  private time: string | null = null;
  private holder: string | null = null;
  private asksYesOrNo = false;

  add(text: string, isOuter: boolean): void {
    const { left, scopes, time } = takeScopes(text);
    for (const scope of scopes) this.scopes.add(scope);
    this.time = time ?? this.time;
    for (const piece of cutWords(left)) this.pieces.push({ ...piece, isOuter });
  }

  finish(value: ValueKind, text: string, whole: string): Meaning {
    for (const [at, piece] of this.pieces.entries()) this.read(piece, at);
    this.nameHolder();
    this.countWhatIsCounted(value);
    return {
      text,
      whole,
      terms: this.terms,
      rest: this.restParts.join(''),
      holder: this.holder,
      scopes: [...this.scopes].sort(),
      time: this.time,
      asksYesOrNo: this.asksYesOrNo || value.type === 'boolean',
    };
  }

  private read(piece: PlacedPiece, at: number): void {
    switch (piece.word?.kind) {
      case undefined:
        this.readUnknown(piece, at);
        return;
      case 'holder':
        this.readHolder(piece, at);
        return;
      case 'subject':
        this.readSubject(piece, at);
        return;
      case 'flag':
        this.asksYesOrNo = true;
        return;
      case 'time':
        this.time = piece.word.ids[0] ?? null;
        return;
      case 'scope':
      case 'negation':
        for (const id of piece.word.ids) this.scopes.add(id);
        return;
      default:
        this.push(piece);
    }
  }

  private readUnknown(piece: PlacedPiece, at: number): void {
    if (HOLDER_ENDINGS.test(piece.text) && piece.text.length > 1 && this.isBeforePersonalValue(at))
      this.holder = piece.text;
    else if (piece.isOuter)
      this.terms.push({ id: piece.text, kind: 'unknown', weight: unknownWeight(piece.text), isOuter: true });
    else this.restParts.push(piece.text);
  }

  private readHolder(piece: PlacedPiece, at: number): void {
    if (this.isBeforePersonalValue(at) || this.isLastOfMeaning(at)) this.holder = piece.word?.ids[0] ?? null;
    else this.push(piece);
  }

  private readSubject(piece: PlacedPiece, at: number): void {
    if (!this.isBeforePersonalValue(at)) {
      if (piece.word?.ids.length === 0 && this.isLastOfMeaning(at) && this.terms.length === 0)
        this.pushId('姓名', 0.9, piece.isOuter);
      this.push(piece);
    } else for (const id of piece.word?.ids ?? []) this.pushId(id, WEAK_SUBJECT, true);
  }

  private push({ word, isOuter }: PlacedPiece): void {
    for (const id of word?.ids ?? []) {
      const kind = kindOf(id);
      if (kind === 'scope') this.scopes.add(id);
      else this.terms.push({ id, kind, weight: WEIGHTS[kind], isOuter });
    }
    if (word?.isLoose === true) this.terms.push({ id: '~', kind: 'light', weight: LOOSE_SHARE, isOuter });
  }

  private pushId(id: string, weight: number, isOuter: boolean): void {
    this.terms.push({ id, kind: kindOf(id), weight, isOuter });
  }

  private isBeforePersonalValue(at: number): boolean {
    return this.pieces.slice(at + 1).some(({ word }) => word?.ids.some((id) => PERSONAL_VALUES.has(id)) === true);
  }

  private isLastOfMeaning(at: number): boolean {
    return this.pieces
      .slice(at + 1)
      .every(({ word }) => word !== null && (word.kind === 'light' || word.kind === 'flag'));
  }

  /** 户主, 联系人: the name of the person is meant when nothing else is asked of them. */
  private nameHolder(): void {
    if (this.holder === null) return;
    if (this.terms.every(({ kind, isOuter }) => kind === 'light' || isOuter) && this.restParts.length === 0) {
      this.pushId('姓名', 1, false);
    }
  }

  /** 党员数 in persons is 党员人数; 低保（户） is 低保户数. */
  private countWhatIsCounted({ type, unit }: ValueKind): void {
    if (type !== 'number') return;
    const counted = unit === null ? null : countedBy(unit);
    const at = this.terms.findIndex(({ id }) => id === '数');
    const isCounted = this.terms.some(({ id }) => COUNTS.has(id));
    if (counted !== null && at >= 0)
      this.terms[at] = { id: counted, kind: 'generic', weight: WEIGHTS.generic, isOuter: false };
    else if (counted !== null && !isCounted) this.pushId(counted, WEIGHTS.generic, false);
  }
}

const COUNTS: ReadonlySet<string> = new Set([
  ...['数', '人数', '户数', '人次', '户次', '家庭人口', '总人口', '总户数', '率', '次数', '年龄', '金额'],
]);

function countedBy(unit: string): string | null {
  if (/^(?:人|口|名|位)$/u.test(unit)) return '人数';
  return unit === '户' ? '户数' : null;
}

/** Two characters make about one word. */
export function unknownWeight(text: string): number {
  return Math.min(2, 0.5 * text.length);
}
