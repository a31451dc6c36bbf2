import type { FileReport } from '../checking/file-report.ts';
import { addTallies, EMPTY_TALLY, tallyOf } from '../checking/tally.ts';
import { createPrinter } from '../printing/create-printer.ts';
import type { Format, PrintSettings } from '../printing/printer.ts';

/** What a run over these files prints. */
export async function printAll(
  format: Format,
  reports: readonly FileReport[],
  settings: Partial<PrintSettings> = {},
): Promise<string> {
  const printer = await createPrinter({
    ...{ format, colour: false, columns: 80, failLevel: 'error', withText: false, explain: false, quiet: false },
    ...settings,
  });
  const parts = reports.map((report) => printer.part(report)).filter((part) => part !== '');
  const tally = reports.map(tallyOf).reduce(addTallies, EMPTY_TALLY);
  const tail = printer.tail({ tally, policy: { failLevel: 'error' }, elapsedMs: 4 });
  return `${printer.head}${parts.join(printer.separator)}${tail}`;
}
