import { createHash } from 'node:crypto';
import type { CheckResult, Finding, Suppressed } from '@qingzhuang/analysis';
import { UsageError } from '../failures.ts';

/** A known finding that no longer fails the check. It survives edits elsewhere in the file: no offsets, no spaces. */
export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  /** The quoted words without white space, in compatibility form. */
  readonly quote: string;
}

const REASON = '基线文件中已有的问题';

/** The findings of one file as entries for a baseline. */
export function toEntries(identity: string, findings: readonly Finding[]): BaselineEntry[] {
  return findings.map((finding) => toEntry(identity, finding));
}

/** A stable name for a finding, 32 hexadecimal digits; other programs tell known findings from new ones by it. */
export function fingerprintOf(identity: string, finding: Pick<Finding, 'ruleId' | 'quote'>): string {
  return createHash('sha256')
    .update(keyOf(toEntry(identity, finding)))
    .digest('hex')
    .slice(0, 32);
}

/** One string for an entry. */
export function keyOf({ file, rule, quote }: BaselineEntry): string {
  return JSON.stringify([file, rule, quote]);
}

/** Entries by file. */
export function groupByFile(entries: readonly BaselineEntry[]): Map<string, BaselineEntry[]> {
  return Map.groupBy(entries, ({ file }) => file);
}

/**
 * Moves known findings to `suppressed`; each entry hides one finding, so that a second copy of an old fault is new.
 * Also answers the keys that were used, once for each finding hidden.
 */
export function hideKnown(
  identity: string,
  result: CheckResult,
  known: readonly BaselineEntry[],
): { readonly result: CheckResult; readonly used: readonly string[] } {
  if (known.length === 0) return { result, used: [] };
  const left = countKeys(known);
  const used: string[] = [];
  const findings: Finding[] = [];
  const suppressed: Suppressed[] = [...result.suppressed];
  for (const finding of result.findings) {
    const key = keyOf(toEntry(identity, finding));
    const times = left.get(key) ?? 0;
    if (times === 0) {
      findings.push(finding);
      continue;
    }
    left.set(key, times - 1);
    used.push(key);
    const { ruleId, start, end, quote } = finding;
    suppressed.push({ ruleId, start, end, quote, reason: REASON, by: 'baseline' });
  }
  return { result: { ...result, findings, suppressed }, used };
}

/** Entries that hid nothing in this run: the fault is gone, so the entry can go. */
export function listUnused(entries: readonly BaselineEntry[], used: readonly string[]): BaselineEntry[] {
  const left = new Map<string, number>();
  for (const key of used) left.set(key, (left.get(key) ?? 0) + 1);
  return entries.filter((entry) => {
    const times = left.get(keyOf(entry)) ?? 0;
    left.set(keyOf(entry), times - 1);
    return times <= 0;
  });
}

/** The text of a baseline file: one entry a line, sorted, so that a review shows what came and went. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ file, rule, quote }) => JSON.stringify({ file, rule, quote })).toSorted();
  return `{ "version": 1, "entries": [${lines.map((line) => `\n  ${line}`).join(',')}\n] }\n`;
}

/** Reads a baseline file. Throws `UsageError` when it is none. */
export function parseBaseline(text: string): BaselineEntry[] {
  const content = readJson(text);
  const entries = isRecord(content) && content['version'] === 1 ? content['entries'] : undefined;
  if (!Array.isArray(entries) || !entries.every(isEntry)) {
    throw new UsageError('基线文件格式不对，请用 --write-baseline 重新生成。');
  }
  return entries;
}

function toEntry(identity: string, { ruleId, quote }: Pick<Finding, 'ruleId' | 'quote'>): BaselineEntry {
  return { file: identity, rule: ruleId, quote: quote.normalize('NFKC').replace(/\s+/gu, '') };
}

function countKeys(entries: readonly BaselineEntry[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const entry of entries) times.set(keyOf(entry), (times.get(keyOf(entry)) ?? 0) + 1);
  return times;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && ['file', 'rule', 'quote'].every((key) => typeof value[key] === 'string');
}
