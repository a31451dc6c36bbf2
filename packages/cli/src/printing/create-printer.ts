import { listRules } from '../rule-catalogue.ts';
import type { Printer, PrintSettings } from './printer.ts';

/** Loads the printer of one format and no other. */
export async function createPrinter(settings: PrintSettings): Promise<Printer> {
  switch (settings.format) {
    case 'pretty':
      return (await import('./pretty.ts')).prettyPrinter(settings);
    case 'json':
      return (await import('./json.ts')).jsonPrinter(settings);
    case 'sarif':
      return (await import('./sarif.ts')).sarifPrinter(listRules());
    case 'junit':
      return (await import('./junit.ts')).junitPrinter(settings);
    case 'html':
      return (await import('./html.ts')).htmlPrinter(settings);
    case 'markdown':
      return (await import('./markdown.ts')).markdownPrinter(settings);
    case 'csv':
      return (await import('./csv.ts')).csvPrinter();
  }
}
