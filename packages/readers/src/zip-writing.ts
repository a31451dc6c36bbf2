import { zipSync, type Zippable } from 'fflate';
import type { ZipPackage } from './zip.ts';

/** Zip files keep local times; with the clock's the same input would give other bytes on every day. */
const WRITTEN_AT = '2000-01-01T00:00:00';
const LEVEL = 6;

/** Parts by their name, which does not tell cases apart; null for a part that goes. */
export class PackageEdits {
  readonly #parts = new Map<string, string | null>();

  get(name: string): string | null | undefined {
    return this.#parts.get(partKey(name));
  }

  set(name: string, xml: string | null): void {
    this.#parts.set(partKey(name), xml);
  }
}

export function isSamePart(left: string, right: string): boolean {
  return partKey(left) === partKey(right);
}

/** The package with its edits. All other parts come out byte for byte, in their order. */
export function writePackage(zip: ZipPackage, edits: PackageEdits): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Zippable = {};
  for (const name of zip.names) {
    const edit = edits.get(name);
    if (edit === null) continue;
    const part = edit === undefined ? zip.read(name) : encoder.encode(edit);
    if (part !== undefined) parts[name] = part;
  }
  return zipSync(parts, { level: LEVEL, mtime: WRITTEN_AT });
}

function partKey(name: string): string {
  return name.replace(/^\/+/u, '').toLowerCase();
}
