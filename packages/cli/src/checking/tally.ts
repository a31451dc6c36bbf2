import { countBySeverity, type Severity } from '@qingzhuang/analysis';
import { EXIT, type ExitCode } from '../failures.ts';
import type { BaselineEntry } from './baseline.ts';
import type { FileReport, UnreadableReport } from './file-report.ts';

/** What is left to say about files whose own part is already printed. Sums of tallies are tallies. */
export interface Tally {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files that could not be read, and texts that nobody can make out. */
  readonly unreadable: number;
  readonly failures: readonly UnreadableReport[];
  /** Findings as entries for a new baseline. */
  readonly entries: readonly BaselineEntry[];
  /** Keys of baseline entries that hid a finding, once for each. */
  readonly baselineUsed: readonly string[];
  /** Places, in the configuration, of suppressions that hid a finding. */
  readonly suppressionsUsed: readonly number[];
}

export const EMPTY_TALLY: Tally = {
  files: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  unreadable: 0,
  failures: [],
  entries: [],
  baselineUsed: [],
  suppressionsUsed: [],
};

/** Counts one file's findings; the keys of hidden ones are the caller's. */
export function tallyOf(report: FileReport): Tally {
  if (!report.ok) return { ...EMPTY_TALLY, files: 1, unreadable: 1, failures: [report] };
  const { error, warning, info } = countBySeverity(report.result.findings);
  return {
    ...EMPTY_TALLY,
    files: 1,
    errors: error,
    warnings: warning,
    infos: info,
    unreadable: report.result.document.unreadable ? 1 : 0,
  };
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    files: a.files + b.files,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    unreadable: a.unreadable + b.unreadable,
    failures: a.failures.concat(b.failures),
    entries: a.entries.concat(b.entries),
    baselineUsed: a.baselineUsed.concat(b.baselineUsed),
    suppressionsUsed: a.suppressionsUsed.concat(b.suppressionsUsed),
  };
}

export interface FailPolicy {
  readonly failLevel: Severity;
  /** Most warnings that still pass; undefined for any number. */
  readonly maxWarnings?: number | undefined;
}

/** The exit code of a run: a fault of the program outweighs an unreadable file, and that outweighs findings. */
export function exitCodeOf(tally: Tally, { failLevel, maxWarnings }: FailPolicy): ExitCode {
  if (tally.failures.some(({ error }) => error.code === 'internal')) return EXIT.internal;
  if (tally.unreadable > 0) return EXIT.usage;
  const failing = {
    error: tally.errors,
    warning: tally.errors + tally.warnings,
    info: tally.errors + tally.warnings + tally.infos,
  }[failLevel];
  const tooMany = maxWarnings !== undefined && tally.warnings > maxWarnings;
  return failing > 0 || tooMany ? EXIT.findings : EXIT.clean;
}
