import { parentPort } from 'node:worker_threads';
import type { RefusalCode } from '@qingzhuang/contract';
import { readBytes, UnreadableFile, type FileFormat } from '@qingzhuang/readers';
import { withoutGuard } from './csv.ts';

/** The bytes of a workbook or of separated text, to be read away from the event loop. */
export type TableTask = Uint8Array<ArrayBuffer>;

/** One row of a table as a person numbers it, its cells by column from 0. */
export interface TableRow {
  /** From 1, the heading included. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type TableAnswer = { readonly tables: readonly (readonly TableRow[])[] } | { readonly refusal: RefusalCode };

const TABLE_FORMATS: readonly FileFormat[] = ['csv', 'xlsx', 'xls', 'et', 'ods'];

parentPort?.on('message', (task: TableTask) => {
  // What `answer` throws is a defect: it ends this worker, and the pool reports it.
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});

async function answer(bytes: TableTask): Promise<TableAnswer> {
  try {
    // Text that comes without a name to tell is separated values.
    const { format, source } = await readBytes(bytes, 'table.csv');
    if (!TABLE_FORMATS.includes(format)) return { refusal: 'unsupported' };
    return {
      tables: source.tables.map(({ cells }) => {
        const rows = Map.groupBy(cells, ({ row }) => row);
        return [...rows].map(([line, ofRow]) => {
          const texts: string[] = [];
          for (const { column, start, end } of ofRow) {
            texts[column - 1] = withoutGuard(source.text.slice(start, end).trim());
          }
          return { line, cells: Array.from(texts, (text: string | undefined) => text ?? '') };
        });
      }),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refusal: error.code };
    throw error;
  }
}
