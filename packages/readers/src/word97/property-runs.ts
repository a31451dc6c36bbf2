/** Properties of a stretch of the file: codes with their operands. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  /** Index of the paragraph style; 0 for character runs. */
  readonly style: number;
  readonly properties: readonly Property[];
}

interface Property {
  readonly code: number;
  readonly operand: DataView;
}

const PAGE_BYTES = 512;
const COUNT_AT = 511;
const PAGE_NUMBER_MASK = 0x3fffff;
/** Operand bytes by the top three bits of a code; 0 stands for a length of its own. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const TABLE_DEFINITION = 0xd608;

type RunKind = 'paragraph' | 'character';

/** Reads all runs of a kind, in the order of the file. */
export function readPropertyRuns(
  stream: DataView,
  table: DataView,
  { at, bytes }: { readonly at: number; readonly bytes: number },
  kind: RunKind,
): PropertyRun[] {
  const runs: PropertyRun[] = [];
  const count = Math.max(0, Math.floor((bytes - 4) / 8));
  for (let index = 0; index < count; index += 1) {
    const page = table.getUint32(at + 4 * (count + 1) + 4 * index, true) & PAGE_NUMBER_MASK;
    if ((page + 1) * PAGE_BYTES <= stream.byteLength) readPage(stream, page * PAGE_BYTES, kind, runs);
  }
  return runs.toSorted((left, right) => left.start - right.start);
}

function readPage(stream: DataView, page: number, kind: RunKind, runs: PropertyRun[]): void {
  const count = stream.getUint8(page + COUNT_AT);
  const entryBytes = kind === 'paragraph' ? 13 : 1;
  for (let index = 0; index < count; index += 1) {
    const entry = page + 4 * (count + 1) + entryBytes * index;
    if (entry >= page + COUNT_AT) return;
    const start = stream.getUint32(page + 4 * index, true);
    const end = stream.getUint32(page + 4 * index + 4, true);
    const offset = 2 * stream.getUint8(entry);
    const found = offset === 0 ? undefined : readEntry(stream, page, offset, kind);
    runs.push({ start, end, style: found?.style ?? 0, properties: found?.properties ?? [] });
  }
}

function readEntry(
  stream: DataView,
  page: number,
  offset: number,
  kind: RunKind,
): Pick<PropertyRun, 'style' | 'properties'> {
  const limit = page + COUNT_AT;
  let at = page + offset;
  let bytes = stream.getUint8(at);
  at += 1;
  if (kind === 'character') return { style: 0, properties: readProperties(stream, at, Math.min(at + bytes, limit)) };
  if (bytes === 0) {
    bytes = 2 * stream.getUint8(at);
    at += 1;
  } else {
    bytes = 2 * bytes - 1;
  }
  const style = stream.getUint16(at, true);
  return { style, properties: readProperties(stream, at + 2, Math.min(at + bytes, limit)) };
}

/** Reads a list of codes and operands between two offsets; a broken tail is left out. */
function readProperties(view: DataView, start: number, end: number): Property[] {
  const properties: Property[] = [];
  let at = start;
  while (at + 2 < end) {
    const code = view.getUint16(at, true);
    at += 2;
    let bytes: number = OPERAND_BYTES[code >> 13] ?? 1;
    if (code === TABLE_DEFINITION && at + 2 <= end) {
      bytes = view.getUint16(at, true) - 1;
      at += 2;
    } else if (bytes === 0) {
      bytes = view.getUint8(at);
      at += 1;
    }
    if (bytes < 0 || at + bytes > end) break;
    properties.push({ code, operand: new DataView(view.buffer, view.byteOffset + at, bytes) });
    at += bytes;
  }
  return properties;
}

/** The run that covers an offset of the file. */
export function runAt(runs: readonly PropertyRun[], fileAt: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= fileAt) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run !== undefined && run.start <= fileAt && fileAt < run.end ? run : undefined;
}
