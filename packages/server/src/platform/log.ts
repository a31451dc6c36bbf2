import type { Clock } from './clock.ts';

type Level = 'info' | 'warning' | 'error';

/** Facts of one event. Never text of a document, a name of a person, or a path that somebody typed. */
type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (level: Level, event: string, facts?: Facts) => void;

/** One JSON object per line. */
export function createLog(write: (line: string) => void, clock: Clock): Log {
  return function log(level, event, facts = {}) {
    write(`${JSON.stringify({ time: clock.now().toISOString(), level, event, ...facts })}\n`);
  };
}

/** What kind of error it was and where. Its message stays out: it may quote a document or a row. */
export function describeDefect(error: Error): { readonly error: string; readonly at: string } {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return { error: error.name + code, at: frames.map((frame) => frame.trim()).join('; ') };
}
