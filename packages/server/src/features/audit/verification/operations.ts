import { open } from 'node:fs/promises';
import { audit } from '@qingzhuang/contract';
import { inSnapshot } from '../../../platform/county.ts';
import { sha256, verifyEd25519 } from '../../../platform/cryptography.ts';
import type { Db } from '../../../platform/db.ts';
import type { SigningKeys } from '../../../platform/signing-keys.ts';
import type { CheckpointTrust } from '../checkpoint.ts';
import { createLogCheck, type LogFaultKind, type LogReport } from '../log-check.ts';
import { formatHeader, formatLine, parseHeader, parseLine, type LogLine } from '../log-line.ts';
import type { TreeNode } from '../merkle.ts';
import { checkpointKeyOf, listKeys } from '../operations.ts';
import { originOf } from '../origin.ts';
import {
  countNodes,
  listCheckpoints,
  listEntries,
  listLeaks,
  listNodesEndingIn,
  refreshStatistics,
  type StoredEntry,
} from './store.ts';

/** Where the log of a county lies; `db` as the owner of the tables, since requests may not read personal values. */
export interface LogPlace {
  readonly db: Db;
  readonly keys: SigningKeys;
  readonly county: string;
}

const AT_ONCE = 1000;

/**
 * Reads the whole log of a county in one snapshot, recomputes every leaf, node and root, and holds each entry against
 * the row it was made from. `known` are checkpoints that were kept elsewhere: without one a log that was cut back to
 * an earlier checkpoint of its own looks whole.
 */
export async function verifyStoredLog(
  { db, keys, county }: LogPlace,
  known: readonly string[] = [],
): Promise<LogReport> {
  const trust = trustIn((await listKeys(keys, county)).keys, originOf(county));
  await refreshStatistics(db);
  return inSnapshot(db, county, async (tx) => {
    const check = createLogCheck(trust, known);
    for await (const { line, nodes, fault } of readLog(tx, county)) {
      if (fault !== null && 'entry' in line) check.note({ kind: fault as LogFaultKind, index: line.entry.index });
      check.take(line, nodes);
    }
    for (const leak of await listLeaks(tx, county)) check.note({ ...leak, index: null });
    const report = check.finish();
    if ((await countNodes(tx, county)) === countNodesOf(report.size)) return report;
    return { ...report, faults: [...report.faults, { kind: 'node-changed', index: null }] };
  });
}

/** Of all full subtrees over this many leaves. */
function countNodesOf(size: number): number {
  let count = 0;
  for (let width = 1; width <= size; width *= 2) count += Math.floor(size / width);
  return count;
}

/** Writes the log of a county to a new file. Without personal values nobody is named in it, and it verifies as well. */
export async function exportLog(
  { db, keys, county }: LogPlace,
  file: string,
  { personal }: { readonly personal: boolean },
): Promise<number> {
  const header = { county, origin: originOf(county), ...(await listKeys(keys, county)) };
  const handle = await open(file, 'wx', 0o600);
  try {
    return await inSnapshot(db, county, async (tx) => {
      let entries = 0;
      await handle.writeFile(formatHeader(header));
      for await (const { line } of readLog(tx, county)) {
        if ('entry' in line) entries += 1;
        await handle.writeFile(formatLine('entry' in line && !personal ? withoutValues(line) : line));
      }
      return entries;
    });
  } finally {
    await handle.close();
  }
}

function withoutValues({ entry }: Extract<LogLine, { readonly entry: unknown }>): LogLine {
  return { entry: { ...entry, values: [] } };
}

/** What a file says of itself when nobody gave the keys to believe. */
export interface FileReport extends LogReport {
  /** False: the keys come from the file, so whoever made the file may have made them. */
  readonly areKeysGiven: boolean;
}

/** Checks an exported log; undefined if the file is none. Needs neither database nor network. */
export async function verifyLogFile(
  file: string,
  given?: audit.PublicKeys,
  known: readonly string[] = [],
): Promise<FileReport | undefined> {
  const handle = await open(file);
  const lines = handle.readLines()[Symbol.asyncIterator]();
  try {
    const first = await lines.next();
    const header = first.done === true ? undefined : parseHeader(first.value);
    const own = header && audit.PublicKeys.safeParse({ keys: header.keys });
    if (header === undefined || own?.success !== true) return undefined;
    const check = createLogCheck(trustIn((given ?? own.data).keys, header.origin), known);
    let number = 1;
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      number += 1;
      const line = parseLine(next.value);
      if (line === undefined) check.note({ kind: 'malformed-line', index: null, place: `${number}` });
      else check.take(line);
    }
    return { ...check.finish(), areKeysGiven: given !== undefined };
  } finally {
    await handle.close();
  }
}

function trustIn(keys: readonly audit.PublicKey[], origin: string): CheckpointTrust {
  const own = keys.filter((key) => key.origin === origin);
  return { origin, keys: own.map(checkpointKeyOf), sha256, verify: verifyEd25519 };
}

interface ReadLine {
  readonly line: LogLine;
  readonly nodes?: readonly TreeNode[];
  readonly fault: string | null;
}

/** The log in its order, each checkpoint after the last entry it covers. */
async function* readLog(tx: Db, county: string): AsyncGenerator<ReadLine> {
  const checkpoints = await listCheckpoints(tx, county);
  let place = 0;
  for await (const read of readEntries(tx, county)) {
    yield read;
    // Those of sizes before which entries are missing come late, which shows.
    for (; (checkpoints[place]?.size ?? Infinity) <= read.index + 1; place += 1) yield asLine(checkpoints[place]?.note);
  }
  for (; place < checkpoints.length; place += 1) yield asLine(checkpoints[place]?.note);
}

async function* readEntries(tx: Db, county: string): AsyncGenerator<ReadLine & { readonly index: number }> {
  for (let first = 0; ;) {
    const entries = await listEntries(tx, county, first, AT_ONCE);
    const next = (entries.at(-1)?.index ?? first - 1) + 1;
    const nodes = groupByEnd(await listNodesEndingIn(tx, county, first, next));
    for (const entry of entries) {
      const { index, fault } = entry;
      yield { index, line: { entry: asLogged(entry) }, nodes: nodes.get(index) ?? [], fault };
    }
    if (entries.length < AT_ONCE) return;
    first = next;
  }
}

function asLine(note = ''): ReadLine {
  return { line: { checkpoint: note }, fault: null };
}

function asLogged({ index, entry, hash, values }: StoredEntry): Extract<LogLine, { readonly entry: unknown }>['entry'] {
  return {
    index,
    entry,
    leaf: new Uint8Array(hash ?? []),
    values: values.map(({ path, salt, value }) => ({ path, salt: new Uint8Array(Buffer.from(salt, 'base64')), value })),
  };
}

function groupByEnd(nodes: readonly TreeNode[]): Map<number, TreeNode[]> {
  return Map.groupBy(nodes, ({ level, index }) => (index + 1) * 2 ** level - 1);
}
