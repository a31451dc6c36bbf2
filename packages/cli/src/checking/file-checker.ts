import {
  type CheckConfig,
  type CheckResult,
  createChecker,
  type LibrarySuperior,
  type SourceText,
  type Suppression,
} from '@qingzhuang/analysis';
import { type BaselineEntry, groupByFile, hideKnown, toEntries } from './baseline.ts';
import type { FileJob, FileReport, LibraryDocument } from './file-report.ts';
import { libraryOf, type SharedLibrary } from '../library/library-reader.ts';
import { createSuperiorFinder } from '../library/superior-finder.ts';
import { describeUnreadable, readSource } from './read-source.ts';
import { type Tally, tallyOf } from './tally.ts';

/** Everything that decides about a file; plain data, so that a worker can be given it. */
export interface CheckSettings {
  readonly config: CheckConfig;
  readonly receivedAt?: string;
  readonly today: string;
  /** Documents of superiors that every file is held against. */
  readonly superiors: readonly SourceText[];
  /** Where the superior of each file is looked for; open as long as files are checked. */
  readonly library: SharedLibrary | null;
  readonly baseline: readonly BaselineEntry[];
  /** Collect the findings as entries for a new baseline. */
  readonly collectEntries: boolean;
}

export interface CheckedReport {
  readonly report: FileReport;
  readonly tally: Tally;
}

/**
 * Answers a function that checks one file after another. A file that cannot be read, or on which the program fails,
 * becomes a report; nothing is thrown. A bad configuration is the analysis's `ConfigurationError`, thrown at once.
 */
export function createFileChecker(settings: CheckSettings): (job: FileJob) => Promise<CheckedReport> {
  const checker = createChecker(settings.config);
  const known = groupByFile(settings.baseline);
  const { today, receivedAt, library } = settings;
  const findSuperior = library === null ? null : createSuperiorFinder(libraryOf(library));

  return async (job) => {
    try {
      const source = await readSource(job);
      const superior = findSuperior?.(source) ?? null;
      const superiors = [...settings.superiors, ...(superior === null ? [] : [superior.text])];
      const facts = { path: job.identity, today, superiors, ...(receivedAt === undefined ? {} : { receivedAt }) };
      const found = checker.check(source, facts);
      const hidden = hideKnown(job.identity, found, known.get(job.identity) ?? []);
      const { path, identity } = job;
      const { text, unread } = source;
      const report: FileReport = {
        ...{ ok: true, path, identity, text, unread, result: hidden.result },
        ...(findSuperior === null ? {} : { superior: toLibraryDocument(superior) }),
      };
      const tally = {
        ...tallyOf(report),
        entries: settings.collectEntries ? toEntries(identity, found.findings) : [],
        baselineUsed: hidden.used,
        suppressionsUsed: listUsed(settings.config.suppressions ?? [], found),
      };
      return { report, tally };
    } catch (error) {
      const report = describeUnreadable(job.path, error);
      return { report, tally: tallyOf(report) };
    }
  };
}

function toLibraryDocument(superior: LibrarySuperior | null): LibraryDocument | null {
  return superior === null ? null : { path: superior.key, copiedShare: superior.copiedShare };
}

/** Places of the suppressions that hid a finding of this file. */
function listUsed(suppressions: readonly Suppression[], { suppressed }: CheckResult): number[] {
  return [...suppressions.entries()]
    .filter(([, { rule, quote, reason }]) =>
      suppressed.some(
        (hidden) => hidden.ruleId === rule && hidden.reason === reason && hidden.quote.includes(quote ?? ''),
      ),
    )
    .map(([place]) => place);
}
