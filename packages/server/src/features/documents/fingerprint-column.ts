/** Fingerprints in the database: its integers have a sign. */

export function toColumn(fingerprints: Uint32Array): number[] {
  return Array.from(new Int32Array(fingerprints));
}

export function fromColumn(fingerprints: readonly number[]): Uint32Array {
  return Uint32Array.from(fingerprints);
}
