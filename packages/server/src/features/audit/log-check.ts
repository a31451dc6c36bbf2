/** Reads a whole log in its order and finds where it is not what was signed. */
import { sameBytes, toBase64 } from './bytes.ts';
import { openCheckpoint, parseCheckpoint, type CheckpointFault, type CheckpointTrust } from './checkpoint.ts';
import type { LoggedEntry, LogLine, PersonalValue } from './log-line.ts';
import { appendLeaf, EMPTY_FRONTIER, hashLeaf, rootOf, type TreeNode } from './merkle.ts';

export type LogFaultKind =
  | CheckpointFault
  /** A line of the file cannot be read. */
  | 'malformed-line'
  /** An entry stands in the wrong place, or entries before it are missing. */
  | 'gap'
  /** The entry is not the one that its leaf was made from. */
  | 'entry-changed'
  /** A personal value is not the one that the entry holds the digest of. */
  | 'value-changed'
  /** A personal value is gone though nobody has recorded its erasure. */
  | 'value-missing'
  /** The row that the entry was made from is gone. */
  | 'row-missing'
  /** The row is not as it was when it was logged. */
  | 'row-changed'
  /** A stored node is not the one that its leaves give. */
  | 'node-changed'
  /** The entries up to here do not give the root that was signed. */
  | 'root-differs'
  /** A checkpoint was signed over more entries than there are. */
  | 'truncated'
  /** A checkpoint is stored for another size than it was signed over. */
  | 'size-differs'
  /** No checkpoint covers the last entries. */
  | 'not-signed'
  /** There is a row of an audited table without an entry, or an entry without a place in the log. */
  | 'not-logged'
  /** A table hands its rows to the log no more. */
  | 'trigger-missing';

export interface LogFault {
  readonly kind: LogFaultKind;
  /** The entry concerned, or the first of those that may be; null where it is about none. */
  readonly index: number | null;
  /** Table and key, or what else names the place. */
  readonly place?: string;
}

export interface LogReport {
  readonly origin: string;
  /** Number of entries that were read. */
  readonly size: number;
  readonly checkpoints: number;
  /** In the order of the log; after the first few no more are noted. */
  readonly faults: readonly LogFault[];
}

export interface LogCheck {
  take(line: LogLine, nodes?: readonly TreeNode[]): void;
  note(fault: LogFault): void;
  /** Call last. */
  finish(): LogReport;
}

const MOST_FAULTS = 100;

/** Checks lines one by one, in the order of the log. `known` are checkpoints that were kept elsewhere. */
export function createLogCheck(trust: CheckpointTrust, known: readonly string[] = []): LogCheck {
  const faults: LogFault[] = [];
  let frontier = EMPTY_FRONTIER;
  let checkpoints = 0;
  let signedSize = 0;
  const expected = new Map<number, string[]>();
  for (const note of known) {
    const size = parseCheckpoint(note)?.size;
    if (size === undefined) noteFault({ kind: 'malformed-checkpoint', index: null });
    else expected.set(size, [...(expected.get(size) ?? []), note]);
  }

  function noteFault(fault: LogFault): void {
    if (faults.length < MOST_FAULTS) faults.push(fault);
  }

  /** A fault of one of the entries since the last good checkpoint; a fault that names the entry says more. */
  function noteUnlessExplained(kind: LogFaultKind): void {
    const isExplained = faults.some(({ index }) => index !== null && index >= signedSize);
    if (!isExplained) noteFault({ kind, index: signedSize });
  }

  function takeEntry(given: LoggedEntry, stored: readonly TreeNode[] | undefined): void {
    const { index } = given;
    const place = placeOf(given.entry);
    const about = { index: frontier.size, ...(place !== undefined && { place }) };
    if (index !== frontier.size) noteFault({ ...about, kind: 'gap' });
    const leaf = hashLeaf(new TextEncoder().encode(given.entry), trust.sha256);
    if (!sameBytes(leaf, given.leaf)) noteFault({ ...about, kind: 'entry-changed' });
    if (!given.values.every((value) => isShown(value, given.entry, trust))) {
      noteFault({ ...about, kind: 'value-changed' });
    }
    const grown = appendLeaf(frontier, leaf, trust.sha256);
    if (stored !== undefined && !areSame(grown.nodes, stored)) noteFault({ ...about, kind: 'node-changed' });
    frontier = grown.frontier;
    for (const note of expected.get(frontier.size) ?? []) takeCheckpoint(note);
    expected.delete(frontier.size);
  }

  function takeCheckpoint(note: string): void {
    checkpoints += 1;
    const opened = openCheckpoint(note, trust);
    if ('fault' in opened) {
      noteFault({ kind: opened.fault, index: lastOf(frontier.size) });
      return;
    }
    const { size, root } = opened.checkpoint;
    if (size !== frontier.size) {
      noteFault({ kind: size > frontier.size ? 'truncated' : 'size-differs', index: frontier.size });
    } else if (sameBytes(root, rootOf(frontier, trust.sha256))) signedSize = size;
    else noteUnlessExplained('root-differs');
  }

  return {
    take(line, nodes) {
      if ('entry' in line) takeEntry(line.entry, nodes);
      else takeCheckpoint(line.checkpoint);
    },
    note: noteFault,
    finish() {
      const { size } = frontier;
      if (expected.size > 0) noteFault({ kind: 'truncated', index: size });
      if (signedSize < size) noteUnlessExplained('not-signed');
      const inOrder = faults.toSorted((one, other) => (one.index ?? Infinity) - (other.index ?? Infinity));
      return { origin: trust.origin, size, checkpoints, faults: inOrder };
    },
  };
}

function lastOf(size: number): number | null {
  return size === 0 ? null : size - 1;
}

function areSame(nodes: readonly TreeNode[], stored: readonly TreeNode[]): boolean {
  return (
    nodes.length === stored.length &&
    nodes.every(({ level, index, hash }) =>
      stored.some((other) => other.level === level && other.index === index && sameBytes(other.hash, hash)),
    )
  );
}

/** Whether the entry holds the digest of this value at its path. */
function isShown({ path, salt, value }: PersonalValue, entry: string, { sha256 }: CheckpointTrust): boolean {
  const digest = sha256(new Uint8Array([...salt, ...new TextEncoder().encode(value)]));
  const shown = path
    .slice(1, -1)
    .split(',')
    .reduce<unknown>((at, step) => fieldOf(at, step), fieldOf(parse(entry), 'row'));
  const hex = fieldOf(shown, 'sha256');
  return typeof hex === 'string' && toBase64(Uint8Array.from(Buffer.from(hex, 'hex'))) === toBase64(digest);
}

function placeOf(entry: string): string | undefined {
  const table = fieldOf(parse(entry), 'table');
  return typeof table === 'string' ? table : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined; // An entry that was changed need not be JSON.
  }
}
