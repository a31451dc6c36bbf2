/**
 * Prints how well two documents are compared: `npm run eval:lineage -- [--half tuning|measuring] [--part shares|targets|real] [--verbose]`.
 * The texts of `measuring/` stay unseen by those who write the comparison: only its scores are shown.
 */
import { parseArgs } from 'node:util';
import { printRealTexts } from './real-tables.ts';
import { HALVES } from './sections.ts';
import { printShares } from './share-tables.ts';
import { printTargets } from './target-tables.ts';

const { values: options } = parseArgs({
  options: {
    half: { type: 'string' },
    part: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

for (const half of HALVES.filter((name) => options.half === undefined || options.half === name)) {
  if (wants('shares')) printShares(half);
  if (wants('targets')) printTargets(half, options.verbose);
}
// Minutes of work, so only where it is asked for.
if (options.part === 'real') printRealTexts();

function wants(part: string): boolean {
  return options.part === undefined || options.part === part;
}
