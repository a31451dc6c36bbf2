import { useSyncExternalStore } from 'react';

/**
 * The page's address behind `#`, cut at slashes: `#/rules/report/rush` is `['rules', 'report', 'rush']`. Hashes work on any
 * static server and offline, without a rule for unknown paths.
 */
export function useRoute(): readonly string[] {
  const hash = useSyncExternalStore(subscribe, readHash, () => '');
  return hash
    .replace(/^#\/?/u, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
}

/** The `href` of a place inside the page. */
export function hrefOf(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function goTo(...parts: readonly string[]): void {
  location.hash = hrefOf(...parts);
}

/** The address in a QR code has no `#`: `/C/TEXT` becomes `#/code/TEXT`, before anything is drawn. */
export function openScannedAddress(): void {
  const [, text] = /^\/C\/([^/]+)$/u.exec(location.pathname) ?? [];
  if (text !== undefined) history.replaceState(null, '', `/${hrefOf('code', decodePart(text))}`);
}

function readHash(): string {
  return location.hash;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
