/** The clauses of a sentence with the words of stance in them, before anything is decided. */
import { LEXICON, TAG } from './lexicon.ts';

export type Stance = 'impose' | 'prohibit' | 'describe' | 'report' | 'define' | 'permit';

export type ActorClass = 'bearer' | 'self' | 'resident' | 'unknown';

/** What a heading or a lead-in such as 严禁以下行为: makes of the sentences below it. */
export type Frame = 'plain' | 'prohibit' | 'describe';

/** Offsets are into the normalised text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly stance: Stance;
  /** Parts that impose nothing; empty or sorted, inside the clause. */
  readonly silenced: readonly Span[];
  readonly actor: ActorClass;
  /** The words that name the actor, if this clause names one. */
  readonly actorSpan: Span | null;
  /** 0 to 5, as in the glossary; 3 for a bare imperative. */
  readonly modality: number;
  /** It says 须, 请 or the like; false for a bare verb. */
  readonly isOutright: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Token extends Span {
  readonly tags: number;
}

export interface Draft {
  start: number;
  end: number;
  text: string;
  /** Which characters stand in it, as bits of `CHARACTERS`. */
  characters: number;
  tokens: Token[];
  /** All tags of the tokens. */
  tags: number;
  stance: Stance;
  silenced: Span[];
  actor: ActorClass;
  actorSpan: Span | null;
  modality: number;
  isOutright: boolean;
}

/** Words that oblige, from 请 to 必须. */
export const OBLIGATION = TAG.must | TAG.polite;

const CLAUSE_MARK = 1;
export const DONE_MARK = 2;
const QUOTE_MARK = 4;
export const INSTITUTION_END = 8;
export const BY_SOMEBODY = 16;
export const GRASSROOTS_END = 32;
/** For each code unit the bits above: looked up while a sentence is split, so that a pattern runs only where it can match. */
const CHARACTERS = charactersOf([
  [CLAUSE_MARK, ',:\t—'],
  [DONE_MARK, '了'],
  [QUOTE_MARK, '"《'],
  [INSTITUTION_END, '局厅部室会院行司心馆所站队团办委社署'],
  [BY_SOMEBODY, '由'],
  [GRASSROOTS_END, '镇乡道村区校学院体部'],
]);

function charactersOf(sets: readonly (readonly [bit: number, characters: string])[]): Uint8Array {
  const bits = new Uint8Array(0x10000);
  for (const [bit, characters] of sets) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      bits[code] = (bits[code] ?? 0) | bit;
    }
  }
  return bits;
}

export function splitClauses(sentence: string, start: number): Draft[] {
  const drafts: Draft[] = [];
  let from = 0;
  let characters = 0;
  for (let at = 0; at <= sentence.length; at++) {
    const bits = at < sentence.length ? (CHARACTERS[sentence.charCodeAt(at)] ?? 0) : CLAUSE_MARK;
    characters |= bits;
    if (!(bits & CLAUSE_MARK) || !endsClause(sentence, at)) continue;
    if (at > from) drafts.push(newDraft(sentence.slice(from, at), start + from, characters));
    from = at + 1;
    characters = 0;
  }
  return drafts;
}

const [COLON, DASH] = Array.from(':—', (mark) => mark.charCodeAt(0));

/** At a clause mark or the end: a dash counts when it is doubled, a colon when it parts no hours from minutes. */
function endsClause(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === DASH ? text.charCodeAt(at + 1) === DASH : code !== COLON || !isClock(text, at);
}

function isClock(text: string, colon: number): boolean {
  return /\d/u.test(text.charAt(colon - 1)) && /\d/u.test(text.charAt(colon + 1));
}

function newDraft(text: string, start: number, characters: number): Draft {
  return {
    start,
    end: start + text.length,
    text,
    characters,
    tokens: [],
    tags: 0,
    stance: 'impose',
    silenced: [],
    actor: 'unknown',
    actorSpan: null,
    modality: 3,
    isOutright: false,
  };
}

export function readTokens(draft: Draft): void {
  const quoted = quotedSpans(draft);
  LEXICON.scan(draft.text, 0, draft.text.length, (tags, from, to) => {
    if (tags === TAG.plain) return;
    const start = draft.start + from;
    const end = draft.start + to;
    if (quoted.some((quote) => start > quote.start && end < quote.end)) return;
    draft.tokens.push({ tags, start, end });
    draft.tags |= tags;
  });
  draft.modality = modalityOf(draft);
  draft.isOutright = has(draft, OBLIGATION);
}

/** Quoted words name things; what they say decides nothing about the sentence around them. */
function quotedSpans({ text, start, characters }: Draft): Span[] {
  if (!(characters & QUOTE_MARK)) return [];
  return [...text.matchAll(/"[^"—,]{1,20}"|《[^》]{0,200}》/gu)].map((quote) => ({
    start: start + quote.index,
    end: start + quote.index + quote[0].length,
  }));
}

function modalityOf(draft: Draft): number {
  let level = 3;
  if (!(draft.tags & OBLIGATION)) return level;
  for (const { tags, start, end } of draft.tokens) {
    if (tags & TAG.must) {
      const word = draft.text.slice(start - draft.start, end - draft.start);
      return /必须|务必|一律|强制|责成|不得不|严格/u.test(word) ? 5 : /须|应|责令|限|方|才/u.test(word) ? 4 : 3;
    }
    if (tags & TAG.polite) level = 2;
  }
  return level;
}

export function silenceAll(draft: Draft, stance: Stance): void {
  draft.silenced = [{ start: draft.start, end: draft.end }];
  draft.stance = stance;
}

export function silenceFrom(draft: Draft, start: number, stance: Stance): void {
  const last = draft.silenced.at(-1);
  if (last && last.end >= draft.end) {
    if (last.start > start) draft.silenced = [{ start, end: draft.end }];
  } else {
    draft.silenced.push({ start, end: draft.end });
  }
  draft.stance = stance;
}

export function has(draft: Draft, tags: number, before = Number.POSITIVE_INFINITY): boolean {
  return (draft.tags & tags) !== 0 && draft.tokens.some((token) => (token.tags & tags) !== 0 && token.start < before);
}

/**
 * True when nothing before the word demands anything, so that what stands before it is its topic:
 * 会后材料一律不收. False in 各村报送名单时无需附照片.
 */
export function governsClause(draft: Draft, token: Token): boolean {
  const before = draft.text.slice(0, token.start - draft.start);
  const demands = draft.tokens.some(
    ({ tags, end }) => tags & OBLIGATION && end <= token.start && !STRENGTHENS.test(before.slice(end - draft.start)),
  );
  return !demands && !/(?:时|后|前|并|但|且|而|和|及|以及|的同时)[\p{Script=Han}]{0,4}$/u.test(before);
}

/** 一律取消, 必须立即叫停: obligation that stands right before the word strengthens it and is no demand of its own. */
const STRENGTHENS = /^(?:立即|立刻|坚决|坚定|全部|全面|马上|彻底|及时|尽快|统统|一律|从根[上本]|加以|予以?|主动)*$/u;
