import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { FingerprintIndex } from '@qingzhuang/analysis';
import type { UnreadableReport } from '../checking/file-report.ts';
import type { Input } from '../checking/inputs.ts';
import { makeParts } from '../checking/pool.ts';
import type { Progress } from '../checking/progress.ts';
import { createDocumentReader, type LibraryJob, READING_THREAD, type ReadDocument } from './document-reader.ts';
import type { LibraryEntry } from './library-contents.ts';
import { UnusableLibrary } from './library-format.ts';
import { type Library, openLibrary } from './library-reader.ts';
import { LibraryWriter } from './library-writer.ts';

export interface BuildPlan {
  /** Absolute: a document's key is its path from here. */
  readonly folder: string;
  readonly inputs: readonly Input[];
  /** Absolute path of the library. */
  readonly out: string;
  readonly threads: number;
  /** Told how many files will be read; answers what is told of each. */
  readonly startProgress: (files: number) => Pick<Progress, 'advance'>;
}

export interface BuildReport {
  readonly documents: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly failures: readonly UnreadableReport[];
}

/**
 * Makes the library hold the documents of the folder, and nothing else. Only files whose size or time of change is not what
 * an older library says are read, and only those with other bytes are read as documents. Throws `UnusableLibrary` when
 * the file that stands there is none: it is not replaced.
 */
export async function buildLibrary(plan: BuildPlan): Promise<BuildReport> {
  const old = openOld(plan.out);
  try {
    return await build(plan, old);
  } finally {
    old?.close();
  }
}

function openOld(path: string): Library | null {
  try {
    return openLibrary(path);
  } catch (error) {
    if (error instanceof UnusableLibrary && error.code === 'not-found') return null;
    throw error;
  }
}

async function build(plan: BuildPlan, old: Library | null): Promise<BuildReport> {
  const { kept, jobs, failures } = sortOut(plan, old);
  const gone = (old?.keys ?? []).filter((key) => !kept.has(key) && !jobs.has(key));
  if (old !== null && jobs.size === 0 && gone.length === 0) {
    return { documents: kept.size, added: 0, changed: 0, removed: 0, failures };
  }
  const writer = new LibraryWriter(plan.out);
  try {
    const next = new NextLibrary(writer, old);
    for (const key of gone) next.remove(key);
    for (const [key, entry] of kept) next.keep(key, entry);
    await readAll(plan, jobs, next, failures);
    return { ...next.finish(), failures };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

interface SortedOut {
  /** What the old library has, unchanged by size and time. */
  readonly kept: ReadonlyMap<string, LibraryEntry>;
  readonly jobs: ReadonlyMap<string, LibraryJob>;
  readonly failures: UnreadableReport[];
}

function sortOut({ folder, inputs }: BuildPlan, old: Library | null): SortedOut {
  const kept = new Map<string, LibraryEntry>();
  const jobs = new Map<string, LibraryJob>();
  const failures: UnreadableReport[] = [];
  for (const input of inputs) {
    if ('ok' in input) failures.push(input);
    else if (typeof input.content === 'string') {
      const { path, content } = input;
      const key = relative(folder, content).split(sep).join('/');
      const entry = old?.find(key);
      if (entry !== undefined && isUnchanged(content, entry)) kept.set(key, entry);
      else jobs.set(key, { path, content, known: entry?.digest ?? null });
    }
  }
  return { kept, jobs, failures };
}

function isUnchanged(path: string, { size, changedAt }: LibraryEntry): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.size === size && status.mtimeMs === changedAt;
}

async function readAll(
  { threads, startProgress }: BuildPlan,
  jobs: SortedOut['jobs'],
  next: NextLibrary,
  failures: UnreadableReport[],
): Promise<void> {
  const keys = jobs.keys();
  const progress = startProgress(jobs.size);
  const plan = { threads, entry: READING_THREAD, settings: null };
  for await (const document of makeParts([...jobs.values()], createDocumentReader(), plan)) {
    const key = keys.next().value ?? '';
    if (document.ok) next.put(key, document);
    else {
      failures.push(document);
      next.remove(key);
    }
    progress.advance();
  }
}

/** The library that is being made from an older one. */
class NextLibrary {
  private readonly writer: LibraryWriter;
  private readonly old: Library | null;
  private readonly index: FingerprintIndex;
  private readonly entries = new Map<string, LibraryEntry>();
  private added = 0;
  private changed = 0;
  private removed = 0;

  constructor(writer: LibraryWriter, old: Library | null) {
    this.writer = writer;
    this.old = old;
    this.index = old?.index ?? new FingerprintIndex();
  }

  /** Takes an entry of the old library over with its text. */
  keep(key: string, entry: LibraryEntry): void {
    if (this.old === null) return;
    this.entries.set(key, { ...entry, ...this.writer.addText(this.old.frameOf(entry)) });
  }

  remove(key: string): void {
    if (this.index.remove(key)) this.removed++;
  }

  put(key: string, { text, size, changedAt, digest }: ReadDocument): void {
    const known = this.old?.find(key);
    if (text === null) {
      if (known !== undefined) this.keep(key, { ...known, size, changedAt });
      return;
    }
    if (known === undefined) this.added++;
    else this.changed++;
    this.index.add(key, text.fingerprints);
    this.entries.set(key, { ...this.writer.addText(text.frame), size, changedAt, digest });
  }

  finish(): Omit<BuildReport, 'failures'> {
    const parts = this.index.toParts();
    const entries = parts.keys.flatMap((key) => this.entries.get(key) ?? []);
    this.writer.finish({ parts, entries });
    const { added, changed, removed } = this;
    return { documents: entries.length, added, changed, removed };
  }
}
