import type { Terminal } from '../terminal.ts';

const REDRAW_MS = 100;
const BAR_CELLS = 24;
/** Anything shorter needs no bar. */
const QUIET_MS = 500;

export interface Progress {
  /** One more file is done. */
  advance(): void;
  /** Removes the bar, so that messages can follow. */
  clear(): void;
}

/** A bar on the standard error of a terminal; elsewhere nothing. */
export function createProgress(total: number, terminal: Terminal, wanted: boolean): Progress {
  if (!wanted || !terminal.errIsTerminal) return { advance: () => undefined, clear: () => undefined };
  const began = performance.now();
  let drawn = 0;
  let done = 0;
  return {
    advance() {
      done += 1;
      const now = performance.now();
      if (now - began < QUIET_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      const filled = Math.round((done / total) * BAR_CELLS);
      terminal.err(`\r\u001B[2K检查中 ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done}/${total}`);
    },
    clear() {
      if (drawn > 0) terminal.err('\r\u001B[2K');
      drawn = 0;
    },
  };
}
