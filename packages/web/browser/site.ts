/** The built pages behind a small server on loopback, the way any static server would offer them. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';

const WEB = join(import.meta.dirname, '..');
const PACKAGES = join(WEB, '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built pages; port 0 takes a free one. */
export async function serveSite(folder: string = join(WEB, 'dist')): Promise<Site> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = join(folder, path === '/' ? 'index.html' : path);
    try {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => closeServer(server) };
}

/** Builds the pages when a source is newer than the last build. Throws with the builder's words when it fails. */
export function buildWhenStale(): void {
  if (
    newest([
      'web/src/**/*',
      'web/public/*',
      'web/index.html',
      'web/vite.config.ts',
      'analysis/src/**/*.ts',
      'readers/src/**/*.ts',
    ]) < newest(['web/dist/index.html'])
  )
    return;
  const built = spawnSync(process.execPath, [join(PACKAGES, '../node_modules/vite/bin/vite.js'), 'build'], {
    cwd: WEB,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The pages could not be built:\n${built.stderr}`);
}

function newest(patterns: readonly string[]): number {
  const files = globSync([...patterns], { cwd: PACKAGES, exclude: (name) => name.endsWith('.test.ts') });
  return Math.max(0, ...files.map((file) => statSync(join(PACKAGES, file)).mtimeMs));
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
