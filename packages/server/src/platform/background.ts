/** Runs work for one county at a time, and once more when it was asked for meanwhile. */
export interface Background {
  /** Asks for the work soon; whoever asks does not wait for it. */
  ask(county: string): void;
  /** Takes no more work, and waits for what is under way. */
  stop(): Promise<void>;
}

/** `onFailure` hears what the work throws; it is done again when it is next asked for. */
export function createBackground(
  work: (county: string) => Promise<void>,
  onFailure: (error: Error) => void,
): Background {
  const running = new Map<string, Promise<void>>();
  const asked = new Set<string>();
  let isStopped = false;

  async function run(county: string): Promise<void> {
    while (asked.delete(county)) await work(county).catch((error: unknown) => onFailure(asError(error)));
    running.delete(county);
  }

  return {
    ask(county) {
      if (isStopped) return;
      asked.add(county);
      if (!running.has(county)) running.set(county, run(county));
    },
    async stop() {
      isStopped = true;
      asked.clear();
      await Promise.all(running.values());
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
