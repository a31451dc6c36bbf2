import { createPrinter } from '../printing/create-printer.ts';
import type { Printer, PrintSettings } from '../printing/printer.ts';
import { type CheckSettings, createFileChecker } from './file-checker.ts';
import type { FileJob, UnreadableReport } from './file-report.ts';
import type { Input } from './inputs.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What a worker is started with. */
export interface PartSettings {
  readonly check: CheckSettings;
  readonly print: PrintSettings;
}

/** One file, checked and printed. */
export interface Part {
  readonly text: string;
  readonly tally: Tally;
}

/** The program of a thread that makes parts of checks, for `makeParts`. */
export const CHECK_THREAD: URL = new URL('./worker-entry.js', import.meta.url);

type MakePart = (input: Input) => Promise<Part>;

/** Answers a function that turns one input into its printed part. */
export function createPartMaker(settings: CheckSettings, printer: Printer): MakePart {
  const checkFile = createFileChecker(settings);
  return async (input) => {
    const { report, tally } = isFailed(input) ? { report: input, tally: tallyOf(input) } : await checkFile(input);
    return { text: printer.part(report), tally };
  };
}

/** The same, in a thread of its own. */
export async function createPartMakerFrom({ check, print }: PartSettings): Promise<MakePart> {
  return createPartMaker(check, await createPrinter(print));
}

function isFailed(input: FileJob | UnreadableReport): input is UnreadableReport {
  return 'ok' in input;
}
