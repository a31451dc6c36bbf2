import { runCommandLine } from './command-line.ts';
import { EXIT } from './failures.ts';
import type { Terminal } from './terminal.ts';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

const terminal: Terminal = {
  out: writeOut,
  err: (text) => void process.stderr.write(text),
  readStdin,
  untilToldToStop,
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  columns: process.stdout.isTTY ? process.stdout.columns : 100,
  environment: process.env,
  directory: process.cwd(),
  today: new Date(Date.now() + CHINA_OFFSET_MS).toISOString().slice(0, 10),
};

// A reader that has seen enough (`| head`) closes the pipe: that is an end, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.clean : EXIT.internal);
});

process.exitCode = await runCommandLine(process.argv.slice(2), terminal);

function writeOut(text: string): Promise<void> {
  if (process.stdout.write(text)) return Promise.resolve();
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** npm passes on the signal that the terminal has sent already: only the first one counts. */
function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
