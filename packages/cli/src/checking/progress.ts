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

/** Draws nothing. */
export const NO_PROGRESS: Progress = { advance: () => undefined, clear: () => undefined };

export interface ProgressSettings {
  /** What stands before the bar. */
  readonly label?: string;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** A bar on the standard error of a terminal; elsewhere nothing. */
export function createProgress(
  total: number,
  terminal: Terminal,
  { label = '检查中', now = () => performance.now() }: ProgressSettings = {},
): Progress {
  if (!terminal.errIsTerminal) return NO_PROGRESS;
  const began = now();
  let drawn: number | null = null;
  let done = 0;
  return {
    advance() {
      done += 1;
      const time = now();
      if (time - began < QUIET_MS || (drawn !== null && time - drawn < REDRAW_MS)) return;
      drawn = time;
      const filled = Math.round((done / total) * BAR_CELLS);
      terminal.err(`\r\u001B[2K${label} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done}/${total}`);
    },
    clear() {
      if (drawn !== null) terminal.err('\r\u001B[2K');
      drawn = null;
    },
  };
}
