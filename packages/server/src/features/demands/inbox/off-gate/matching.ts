/** Whether an order that came past the gate is one that is known already. Every part of the score has its reason. */
import { chinaDayOf } from '../inbox.ts';

/** What is known of the order that somebody pasted. */
export interface OrderFacts {
  readonly text: string;
  readonly title: string;
  readonly docNumber: string | null;
  /** The unit that ordered it, where the text says so. */
  readonly issuer: string | null;
  readonly dueAt: string | null;
  readonly startsAt: string | null;
}

/** A demand, or an order registered before, that it may be. */
export interface MatchCandidate {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  readonly docNumber: string | null;
  readonly code: string | null;
  readonly issuer: string | null;
  readonly issuerName: string | null;
  readonly dueAt: string | null;
  readonly startsAt: string | null;
  /** The unit that registers the order is one of its bearers. */
  readonly isBearer: boolean;
}

export interface Match {
  /** Of the candidate. */
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Set on `eval/off-gate.json`: another order about the same object reaches 0.42 there, so a tenth is left between. */
const MATCH_THRESHOLD = 0.5;

/** The most similar candidate at or above the threshold. */
export function findMatch(order: OrderFacts, candidates: readonly MatchCandidate[]): Match | undefined {
  const text = foldText(order.text.slice(0, MOST_CHARACTERS));
  const words = pairsOf(text);
  const matches = candidates
    .map((candidate) => scoreOf({ ...order, text }, words, candidate))
    .filter(({ score }) => score >= MATCH_THRESHOLD)
    .toSorted((one, other) => other.score - one.score);
  return matches[0];
}

const MOST_CHARACTERS = 20_000;

interface Part {
  readonly points: number;
  readonly reason: string | null;
}

function scoreOf(order: OrderFacts, words: ReadonlySet<string>, candidate: MatchCandidate): Match {
  const { id, code } = candidate;
  if (code !== null && order.text.includes(foldText(code))) {
    return { id, score: 1, reasons: [`文中写明了事项码 ${code}`] };
  }
  const parts = [
    byNumber(order, candidate),
    byTopic(words, candidate),
    byTime(order.startsAt, candidate.startsAt, '时间'),
    order.dueAt === null ? byDayOfMonth(order.text, candidate.dueAt) : byTime(order.dueAt, candidate.dueAt, '截止日期'),
    byDeliverable(order.text, foldText(candidate.title + candidate.ask)),
    byIssuer(order, candidate),
    candidate.isBearer ? part(0.05, '本单位是承接单位') : part(-0.05),
  ];
  const score = parts.reduce((sum, { points }) => sum + points, 0);
  return {
    id,
    score: Math.max(0, Math.min(1, score)),
    reasons: parts.flatMap(({ reason }) => (reason === null ? [] : [reason])),
  };
}

function part(points: number, reason: string | null = null): Part {
  return { points, reason };
}

function byNumber({ docNumber, text }: OrderFacts, candidate: MatchCandidate): Part {
  if (candidate.docNumber === null) return part(0);
  // A cover note quotes the number of what it passes on.
  if (text.includes(foldText(candidate.docNumber))) return part(0.7, `发文字号同为${candidate.docNumber}`);
  // A town that passes a document on may give it a number of its own.
  return part(docNumber === null ? 0 : -0.15);
}

const TOPIC_POINTS = 0.5;
const SECOND_POINTS = 0.2;
const CLEARLY = 0.6;

/** How much of what the candidate is about stands in the text, by its title and by what it asks. */
function byTopic(words: ReadonlySet<string>, { title, ask, issuerName }: MatchCandidate): Part {
  const named = issuerName === null ? title : title.replace(issuerName, '');
  const [less = 0, more = 0] = [coverage(named, words), coverage(ask, words)].toSorted((one, other) => one - other);
  const reason = more >= CLEARLY ? `说的是同一件事（${Math.round(more * 100)}% 的用词相同）` : null;
  // A shared word or two is no topic: the points begin where more than a third is shared.
  return part(TOPIC_POINTS * ramp(more) + SECOND_POINTS * ramp(less), reason);
}

const NO_TOPIC = 0.3;
const SAME_TOPIC = 0.85;

function ramp(share: number): number {
  return Math.max(0, Math.min(1, (share - NO_TOPIC) / (SAME_TOPIC - NO_TOPIC)));
}

function coverage(of: string, words: ReadonlySet<string>): number {
  const pairs = [...pairsOf(foldText(of))];
  if (pairs.length === 0) return 0;
  return pairs.filter((pair) => words.has(pair)).length / pairs.length;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The same moment speaks for the same order, another day against it; a relayed order is often due a little earlier. */
function byTime(one: string | null, other: string | null, what: string): Part {
  if (one === null || other === null) return part(0);
  const apart = Math.abs(Date.parse(one) - Date.parse(other));
  if (apart <= HOUR_MS) return part(0.25, `${what}相同`);
  if (apart <= DAY_MS) return part(0.1, `${what}相近`);
  return part(apart <= 5 * DAY_MS ? -0.05 : -0.2);
}

/** Chat says 20 号 and no month. */
function byDayOfMonth(text: string, dueAt: string | null): Part {
  if (dueAt === null) return part(0);
  const day = Number(chinaDayOf(dueAt).slice(-2));
  const isNamed = Array.from(text.matchAll(/(?<!\d)(\d{1,2})[号日]/gu)).some(([, named]) => Number(named) === day);
  return isNamed ? part(0.15, `截止日同为${day}日`) : part(0);
}

const DELIVERABLE = /照片|截图|花名册|名单|台账|进度表|月报|清单|总结|方案|签字|领取表|横幅|通报|材料|登记/gu;

/** Whoever wants photographs of a thing wants something else than whoever wants the list of it. */
function byDeliverable(text: string, wanted: string): Part {
  const [named, asked] = [new Set(text.match(DELIVERABLE)), new Set(wanted.match(DELIVERABLE))];
  if (named.size === 0 || asked.size === 0) return part(0);
  return part([...named].some((one) => asked.has(one)) ? 0.08 : -0.15);
}

function byIssuer({ issuer }: OrderFacts, candidate: MatchCandidate): Part {
  if (issuer === null || candidate.issuer === null) return part(0);
  return issuer === candidate.issuer ? part(0.15, `发起单位同为${candidate.issuerName ?? ''}`) : part(-0.1);
}

/** What stands in nearly every order says nothing about which one it is. */
const COMMON =
  /关于|通知|工作|开展|进一步|做好|加强|报送|上报|填报|情况|统计|全县|全镇|各村|各乡镇|召开|会议|要求|及时|相关|有关|的|请|于|前|并|和|与|及|将|了|等/gu;

/** Pairs of neighbouring characters, words of every order left out. */
function pairsOf(folded: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of folded.split(/[^\p{L}\p{N}]+/u)) {
    const characters = Array.from(run);
    for (let at = 0; at + 1 < characters.length; at += 1)
      pairs.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return pairs;
}

/** One spelling for what is written in several: width, letters, brackets, spaces. */
function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[〔［\[（(【]/gu, '〔')
    .replaceAll(/[〕］\])）】]/gu, '〕')
    .replaceAll(/\s+/gu, '')
    .replaceAll(COMMON, ' ');
}
