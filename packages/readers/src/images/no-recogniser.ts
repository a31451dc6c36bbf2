import type { Recogniser } from './recognised-line.ts';

/** Browsers have no engine: its models are larger than all pages together. */
export function openRecogniser(): Promise<Recogniser | undefined> {
  return Promise.resolve(undefined);
}
