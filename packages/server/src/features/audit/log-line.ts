/** The lines of an exported audit log: JSON, one value a line, the header first, each checkpoint after the last entry it covers. */
import { fromBase64, toBase64 } from './bytes.ts';

/** What a digest in an entry stands for. */
export interface PersonalValue {
  /** As PostgreSQL writes a path: `{data,by}`. */
  readonly path: string;
  /** Sixteen bytes. */
  readonly salt: Uint8Array;
  /** The very JSON that was digested. */
  readonly value: string;
}

export interface LoggedEntry {
  readonly index: number;
  /** The hash of the leaf as it was stored. */
  readonly leaf: Uint8Array;
  readonly entry: string;
  readonly values: readonly PersonalValue[];
}

export interface LogHeader {
  readonly county: string;
  readonly origin: string;
  /** As GET /api/v1/keys gives them. */
  readonly keys: unknown;
}

/** One line after the header. */
export type LogLine = { readonly entry: LoggedEntry } | { readonly checkpoint: string };

const FORMAT = 'qingzhuang-audit-log';
const VERSION = 1;

export function formatHeader({ county, origin, keys }: LogHeader): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, county, origin, keys })}\n`;
}

export function formatLine(line: LogLine): string {
  if ('checkpoint' in line) return `${JSON.stringify(line)}\n`;
  const { index, leaf, entry, values } = line.entry;
  const kept = values.map(({ path, salt, value }) => ({ path, salt: toBase64(salt), value }));
  return `${JSON.stringify({ index, leaf: toBase64(leaf), entry, ...(kept.length > 0 && { values: kept }) })}\n`;
}

/** The header, or undefined if this begins no exported log of this version. */
export function parseHeader(text: string): LogHeader | undefined {
  const { format, version, county, origin, keys } = parseObject(text) ?? {};
  if (format !== FORMAT || version !== VERSION) return undefined;
  return typeof county === 'string' && typeof origin === 'string' ? { county, origin, keys } : undefined;
}

/** A later line, or undefined if it is none. */
export function parseLine(text: string): LogLine | undefined {
  const { checkpoint, index, leaf, entry, values = [] } = parseObject(text) ?? {};
  if (typeof checkpoint === 'string') return { checkpoint };
  const hash = readBase64(leaf);
  if (!Number.isSafeInteger(index) || hash === undefined || typeof entry !== 'string' || !Array.isArray(values)) {
    return undefined;
  }
  const kept = values.map(parseValue).filter((value) => value !== undefined);
  return kept.length === values.length
    ? { entry: { index: Number(index), leaf: hash, entry, values: kept } }
    : undefined;
}

function parseValue(raw: unknown): PersonalValue | undefined {
  const { path, salt, value }: Partial<Record<string, unknown>> = { ...(raw as object | null) };
  const bytes = readBase64(salt);
  if (typeof path !== 'string' || typeof value !== 'string' || bytes === undefined) return undefined;
  return { path, salt: bytes, value };
}

function readBase64(text: unknown): Uint8Array | undefined {
  return typeof text === 'string' ? fromBase64(text) : undefined;
}

function parseObject(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined; // Not JSON.
  }
}
