import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { App } from '../platform/api.ts';
import { systemClock } from '../platform/clock.ts';
import { openStaticFiles } from '../platform/static-files.ts';
import { useTestApp, type TestApp } from './app.ts';

export interface ServedApp extends TestApp {
  /** Where it answers, with a slash at the end. */
  readonly address: string;
}

/** The real app with built pages on a free port of this machine, in the time of this machine: browsers visit it. */
export async function useServedApp(pagesFolder: string): Promise<ServedApp> {
  const pages = await openStaticFiles(pagesFolder);
  const test = await useTestApp({ pages, clock: systemClock });
  return { ...test, address: await useServer(test.app) };
}

/** Serves an app on a free port of this machine until the tests of the file have ended; where, with a slash at the end. */
export async function useServer(app: App): Promise<string> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
