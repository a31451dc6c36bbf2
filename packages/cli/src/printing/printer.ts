import type { Severity } from '@qingzhuang/analysis';
import type { FileReport } from '../checking/file-report.ts';
import type { FailPolicy, Tally } from '../checking/tally.ts';

export const FORMATS = ['pretty', 'json', 'sarif', 'junit', 'html', 'markdown', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** How to print; plain data, so that a worker can be given it. */
export interface PrintSettings {
  readonly format: Format;
  readonly colour: boolean;
  readonly columns: number;
  readonly failLevel: Severity;
  /** Show the extracted text (JSON). */
  readonly withText: boolean;
  /** Show what exemptions cleared. */
  readonly explain: boolean;
  /** Leave out files without a finding (pretty). */
  readonly quiet: boolean;
}

/** The run as a whole, known when its last file is done. */
export interface RunSummary {
  readonly tally: Tally;
  readonly policy: FailPolicy;
  readonly elapsedMs: number;
}

/**
 * One output format. The parts of the files stand in order between `head` and `tail`; a part depends on its file
 * alone, so that it can be printed where the file was checked.
 */
export interface Printer {
  /** Printed before the first part. */
  readonly head: string;
  /** Printed between two parts that are not empty. */
  readonly separator: string;
  part(report: FileReport): string;
  tail(summary: RunSummary): string;
}
