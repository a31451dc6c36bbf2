import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that checks every document of a folder and writes JSON. */
export interface Contender {
  readonly name: string;
  /** Arguments for Node; the folder of documents is the working directory. */
  readonly args: readonly string[];
}

const HERE = import.meta.dirname;
const PEERS = join(HERE, 'node_modules');

export const OURS: Contender = {
  name: 'qingzhuang',
  args: [join(HERE, '../packages/cli/bin/qingzhuang.js'), 'check', '.', '--format', 'json'],
};

/** The peers with their versions; installs them first when they are missing. */
export function listPeers(): Contender[] {
  installPeers();
  const { dependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const rules = Object.keys(dependencies).filter((name) => name.startsWith('textlint-rule-'));
  const textlint = ['--format', 'json', '--rules-base-directory', PEERS, ...rules.flatMap((rule) => ['--rule', rule])];
  return [
    {
      name: `autocorrect-node ${dependencies['autocorrect-node'] ?? ''}`,
      args: [join(PEERS, 'autocorrect-node/cli.js'), '--lint', '--format', 'json', '.'],
    },
    { name: `zhlint ${dependencies['zhlint'] ?? ''}`, args: [join(PEERS, 'zhlint/bin/index.js'), '*.txt'] },
    {
      name: `textlint ${dependencies['textlint'] ?? ''} with ${rules.length} rules`,
      args: [join(PEERS, 'textlint/bin/textlint.js'), ...textlint, '*.txt'],
    },
  ];
}

/**
 * Wall time of a whole process in milliseconds, from start to exit. What it says on either stream goes to a file in the
 * folder `output`: a pipe would end a peer that reports on standard error as soon as the buffer of the parent is full.
 * Throws when the process was killed or said nothing: a contender that does not work must not win.
 */
export function timeProcess({ name, args }: Contender, folder: string, output: string): number {
  const paths = [join(output, 'out'), join(output, 'err')] as const;
  const [out, err] = paths.map((path) => openSync(path, 'w'));
  const began = performance.now();
  const { status, signal } = spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', out, err] });
  const elapsed = performance.now() - began;
  for (const file of [out, err]) if (file !== undefined) closeSync(file);
  const silent = paths.every((path) => statSync(path).size === 0);
  if (status === null || status > 1 || silent) {
    throw new Error(`${name} failed (${status ?? signal}): ${readFileSync(paths[1], 'utf8').slice(0, 500)}`);
  }
  return elapsed;
}

/** Installs the programs and packages that we are compared with, unless they are there. */
export function installPeers(): void {
  const stamp = join(PEERS, '.installed');
  const lock = readFileSync(join(HERE, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Not `npm ci`: of autocorrect-node's programs for other machines three were never published, so no lock has them all.
  const { status } = spawnSync('npm', ['install', '--no-save', '--workspaces=false', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
  writeFileSync(stamp, lock);
}
