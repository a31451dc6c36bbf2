/**
 * Removes what other machines need from the runtime that reads photos: its package brings the libraries of every system,
 * 290 MB, of which one machine uses 30 to 90. Runs after every `npm ci`, which fetches them again when they are wanted.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BINARIES = path.join(path.dirname(fileURLToPath(import.meta.url)), '../node_modules/onnxruntime-node/bin');
// `npm ci --os=… --cpu=…` installs for another machine.
const system = process.env.npm_config_os || process.platform;
const processor = process.env.npm_config_cpu || process.arch;

for (const version of foldersIn(BINARIES)) {
  const own = path.join(version, system, processor);
  // Without libraries for this machine nothing is known about the layout: everything stays.
  if (!existsSync(own)) continue;
  for (const folder of foldersIn(version).flatMap(foldersIn)) {
    if (folder !== own) rmSync(folder, { recursive: true });
  }
}

/** @param {string} place */
function foldersIn(place) {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(place, name));
}
