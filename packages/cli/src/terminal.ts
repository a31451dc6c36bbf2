/** What a command may know of the world outside: `main.ts` fills it in, a test brings its own. */
export interface Terminal {
  /** Writes data to standard output and waits while the reader is slow. */
  out(text: string): Promise<void>;
  /** Writes a message to standard error. */
  err(text: string): void;
  readStdin(): Promise<Uint8Array>;
  /** Resolves when the operator stops the program: Ctrl-C, or a signal of the system. */
  untilToldToStop(): Promise<void>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** The day in China, `YYYY-MM-DD`. */
  readonly today: string;
}
