import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

/** Follows a media query. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/**
 * True on a narrow screen: one column, bottom sheets, larger targets. The style sheets break at the same width. Paper is
 * narrow too, but shows everything.
 */
export function usePhone(): boolean {
  return useMedia('screen and (max-width: 799px)');
}

/** The scheme in force: the person's choice, else the system's. */
export function useScheme(): 'light' | 'dark' {
  const [{ scheme }] = usePreferences();
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  if (scheme === 'system') return systemIsDark ? 'dark' : 'light';
  return scheme;
}
