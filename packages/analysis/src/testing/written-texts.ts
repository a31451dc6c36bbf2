/** Texts of chance for tests of fingerprints: the same for the same seed. */
import { createFingerprinter } from '../lineage/library/fingerprints.ts';

/** Numbers below `limit`, the same for the same seed. */
export function draws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Han characters drawn from the first 3,000 of the block. */
export function writeText(characters: number, draw: (limit: number) => number): string {
  return String.fromCharCode(...Array.from({ length: characters }, () => 0x4e00 + draw(3000)));
}

/** The same for the same number, and in the order of the numbers: an id, so that a database can have it for its key. */
export function keyOf(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

/** The fingerprints of documents by their keys. Each document shares its first half with the next two. */
export function writeDocuments(count: number, seed: number): Map<string, Uint32Array> {
  const draw = draws(seed);
  const fingerprint = createFingerprinter();
  const halves = Array.from({ length: count }, () => writeText(200, draw));
  return new Map(
    halves.map((half, at) => [keyOf(at), fingerprint(half + (halves[at - (at % 3)] ?? '') + writeText(50, draw))]),
  );
}
