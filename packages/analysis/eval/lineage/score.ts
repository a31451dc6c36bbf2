/**
 * Prints how well two documents are compared: `npm run eval:lineage -- [--half tuning|measuring] [--part shares|targets|real]`.
 * The texts of `measuring/` stay unseen by those who write the comparison: only its scores are shown.
 */
import { parseArgs } from 'node:util';
import { HALVES } from './sections.ts';
import { printShares } from './share-tables.ts';

const { values: options } = parseArgs({
  options: {
    half: { type: 'string' },
    part: { type: 'string' },
  },
});

for (const half of HALVES.filter((name) => options.half === undefined || options.half === name)) {
  if (wants('shares')) printShares(half);
}

function wants(part: string): boolean {
  return options.part === undefined || options.part === part;
}
