import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { wantsHelp } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `qingzhuang migrate`: brings the database to the current version and says what changed. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (wantsHelp(args)) {
    await terminal.out('用法：qingzhuang migrate\n\n把数据库升级到当前版本；已经是最新时什么也不改。\n');
    return EXIT.clean;
  }
  const { CannotStart, createLog, migrateDatabase, readConfig, systemClock } = await import('@qingzhuang/server');
  const { promise: failure, reject: onFailure } = Promise.withResolvers<never>();
  try {
    const config = readConfig(terminal.environment, terminal.directory);
    const log = createLog((line) => terminal.err(line), systemClock);
    const landed = await Promise.race([migrateDatabase({ ...config, log, onFailure }), failure]);
    await terminal.out(
      landed.length === 0 ? '数据库已经是最新。\n' : landed.map((name) => `已升级：${name}\n`).join(''),
    );
    return EXIT.clean;
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    throw error;
  }
}
