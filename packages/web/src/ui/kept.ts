import { useCallback, useState } from 'react';

const PREFIX = 'qingzhuang-kept/';

/**
 * State that survives a reload: what is typed on a page stays in this browser until it has been sent. The third part
 * forgets it. Keys name the person, for two may share a computer.
 */
export function useKept<Value>(
  key: string,
  initial: Value,
): readonly [value: Value, keep: (value: Value) => void, forget: () => void] {
  const [held, setHeld] = useState(() => ({ key, value: readKept(key, initial) }));
  // Another key means another record: its own words, not those of the last.
  const value = held.key === key ? held.value : readKept(key, initial);
  const keep = useCallback(
    (next: Value): void => {
      setHeld({ key, value: next });
      writeKept(key, next);
    },
    [key],
  );
  function forget(): void {
    setHeld({ key, value: initial });
    removeKept(key);
  }
  return [value, keep, forget];
}

/** What is kept under a key, else `otherwise`. */
export function readKept<Value>(key: string, otherwise: Value): Value {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return stored === null ? otherwise : (JSON.parse(stored) as Value);
  } catch {
    return otherwise;
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: the words live until the page is closed.
  }
}

export function removeKept(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept either.
  }
}
