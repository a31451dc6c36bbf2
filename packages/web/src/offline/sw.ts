/** The service worker, `/sw.js`: the pages without a network, and the deeds that wait once there is one again. */
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { CacheFirst } from 'workbox-strategies';
import { now } from '../clock.ts';
import { CHANNEL, SYNC_TAG } from './channel.ts';
import { sendDeeds } from './sender.ts';

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: all files of the pages. */
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
};

/** Fonts come in 100 slices: each is kept once a page has needed it, none is fetched in advance. */
const MOST_FONT_SLICES = 150;
// Its type does not know of exact optional properties.
const fontLimit = new ExpirationPlugin({ maxEntries: MOST_FONT_SLICES }) as WorkboxPlugin;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^\/api\//u, /^\/healthz/u, /^\/readyz/u, /^\/metrics/u],
  }),
);
registerRoute(/\.woff2$/u, new CacheFirst({ cacheName: 'fonts', plugins: [fontLimit] }));
void self.skipWaiting();
clientsClaim();

addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SYNC_TAG) sync.waitUntil(send());
});

/** Sends for whoever the session belongs to. A rejection tells the browser to try again. */
async function send(): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  const end = await sendDeeds(null, {
    isSure: false,
    fetch: (url, init) => fetch(url, init),
    now,
    onSent: ({ subject }) => channel.postMessage(subject),
  });
  channel.close();
  if (end === 'no-line' || end === 'later') throw new Error(`The deeds could not be sent: ${end}.`);
}
