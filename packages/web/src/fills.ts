import { forms, type Call, type DeepReadonly } from '@qingzhuang/contract';

export type Fill = DeepReadonly<forms.Fill>;

/** A form of one bearer with all its rows: what does not come at once is fetched and put together. */
export async function askFill(call: Call, unit: string, demand: string): Promise<Fill> {
  const first = await call(forms.readFill, { unit, demand });
  const [rows, sources] = [[...first.rows], [...first.sources]];
  for (let cursor = first.next; cursor !== null;) {
    const page = await call(forms.readFillRows, { unit, demand, cursor });
    // Sources are numbered page by page.
    const before = sources.length;
    sources.push(...page.sources);
    rows.push(...page.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => movedBy(cell, before)) })));
    cursor = page.next;
  }
  return { ...first, rows, sources, next: null };
}

type Cell = Fill['rows'][number]['cells'][number];

function movedBy(cell: Cell, before: number): Cell {
  return cell.source === undefined ? cell : { ...cell, source: cell.source + before };
}
