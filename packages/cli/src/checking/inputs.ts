import { readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join, normalize, relative, resolve, sep } from 'node:path';
import { systemCodeOf } from '../failures.ts';
import type { FailureCode, FileJob, UnreadableReport } from './file-report.ts';

/** Files or the reason why there is none, in the order of the arguments, folders by name. */
export type Input = FileJob | UnreadableReport;

/** What a link without an end gives. */
const LINK_ERRORS = new Set(['ENOENT', 'ELOOP']);

const CODES: ReadonlyMap<string, FailureCode> = new Map([
  ['ENOENT', 'not-found'],
  ['ENOTDIR', 'not-found'],
  ['ENAMETOOLONG', 'not-found'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['ELOOP', 'not-a-file'],
  ['EISDIR', 'not-a-file'],
]);

const SENTENCES: Partial<Record<FailureCode, string>> = {
  'not-found': '没有这个文件或文件夹。',
  'no-permission': '没有读取权限。',
  'not-a-file': '不是普通文件。',
};

/**
 * Walks the given files and folders. In folders only files with one of the `extensions` (with dot, lower case) count,
 * and `passOver` is told of the others; hidden files and folders are left out. A file reached twice is listed once; a
 * loop of links ends.
 */
export function listInputs(
  paths: readonly string[],
  directory: string,
  extensions: ReadonlySet<string>,
  passOver: (extension: string) => void = () => undefined,
): Input[] {
  const walk: Walk = { directory, extensions, passOver, files: new Set(), folders: new Set(), inputs: [] };
  for (const path of paths) visit(withSlashes(normalize(path)), walk, true);
  return walk.inputs;
}

/** What the file system's refusal means for a person. */
export function failureOf(path: string, error: unknown): UnreadableReport {
  return failure(path, codeOf(systemCodeOf(error)));
}

interface Walk {
  readonly directory: string;
  readonly extensions: ReadonlySet<string>;
  readonly passOver: (extension: string) => void;
  /** Real paths seen. */
  readonly files: Set<string>;
  readonly folders: Set<string>;
  readonly inputs: Input[];
}

function visit(path: string, walk: Walk, named: boolean): void {
  // In a folder only the name tells whether a person would miss the file; links and pipes without it are no documents.
  const wanted = named || walk.extensions.has(extname(path).toLowerCase());
  try {
    const real = realpathSync(resolve(walk.directory, path));
    const status = statSync(real);
    if (status.isDirectory()) visitFolder(path, real, walk);
    else if (wanted && status.isFile()) addFile(path, real, walk);
    else if (wanted) walk.inputs.push(failure(path, 'not-a-file'));
    else walk.passOver(extname(path).toLowerCase());
  } catch (error) {
    if (wanted || !LINK_ERRORS.has(systemCodeOf(error) ?? '')) walk.inputs.push(failureOf(path, error));
  }
}

function addFile(path: string, real: string, walk: Walk): void {
  if (walk.files.has(real)) return;
  walk.files.add(real);
  const content = resolve(walk.directory, path);
  walk.inputs.push({ path, identity: withSlashes(relative(walk.directory, content)), content });
}

function visitFolder(path: string, real: string, walk: Walk): void {
  if (walk.folders.has(real)) return;
  walk.folders.add(real);
  const names = readdirSync(real).filter((name) => !isHidden(name));
  for (const name of names.toSorted(byName)) visit(withSlashes(join(path, name)), walk, false);
}

/** `~$` marks the lock files of office programs. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'node_modules';
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

function failure(path: string, code: FailureCode): UnreadableReport {
  return { ok: false, path, error: { code, message: SENTENCES[code] ?? '读取失败。' } };
}

function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function codeOf(system: string | null): FailureCode {
  return CODES.get(system ?? '') ?? 'io-error';
}
