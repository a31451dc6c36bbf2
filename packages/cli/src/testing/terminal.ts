import type { Terminal } from '../terminal.ts';

export interface RecordedTerminal extends Terminal {
  readonly output: () => string;
  readonly messages: () => string;
}

/** A terminal that remembers what was printed. */
export function recordTerminal(settings: Partial<Terminal> & { readonly stdin?: Uint8Array } = {}): RecordedTerminal {
  let output = '';
  let messages = '';
  return {
    out(text) {
      output += text;
      return Promise.resolve();
    },
    err(text) {
      messages += text;
    },
    readStdin: () => Promise.resolve(settings.stdin ?? new Uint8Array()),
    untilToldToStop: () => Promise.resolve(),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    environment: {},
    directory: process.cwd(),
    today: '2026-03-02',
    ...settings,
    output: () => output,
    messages: () => messages,
  };
}
