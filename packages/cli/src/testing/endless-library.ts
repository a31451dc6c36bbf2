/** A program for tests that writes a library and never ends; it says so on standard output when it is in the middle. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LibraryWriter } from '../library/library-writer.ts';

const writer = new LibraryWriter(process.argv[2] ?? '');
for (let written = 0; ; written++) {
  // The disk of the machine is not to be filled should nobody end this.
  if (written < 100) writer.addText(new Uint8Array(1024 * 1024));
  if (written === 50) process.stdout.write('writing\n');
  await nextTurn();
}
