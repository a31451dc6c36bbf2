import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { wantsHelp } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `用法：qingzhuang serve

启动网页服务，Ctrl-C 停止。环境变量：
  PORT             端口，默认 8080
  HOST             地址，默认 127.0.0.1
  QINGZHUANG_DATA  数据目录，默认 ./data
  DATABASE_URL     使用已有的 PostgreSQL 服务器
  QINGZHUANG_DEMO  off 表示不生成演示数据
`;

/** `qingzhuang serve`: runs the server until it is told to stop. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (wantsHelp(args)) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const { CannotStart, createLog, HOW_TO_ADD_COUNTY, readConfig, serve, systemClock } =
    await import('@qingzhuang/server');
  const { promise: failure, reject: onFailure } = Promise.withResolvers<never>();
  try {
    const config = readConfig(terminal.environment, terminal.directory);
    const log = createLog((line) => terminal.err(line), systemClock);
    const server = await serve({ ...config, log, onFailure });
    await terminal.out(`轻装已启动：${server.url}\nQingzhuang is running at ${server.url} (Ctrl-C stops it)\n`);
    if (server.lacksCounty) terminal.err(`${HOW_TO_ADD_COUNTY}\n`);
    await Promise.race([terminal.untilToldToStop(), failure]);
    await server.stop();
    return EXIT.clean;
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    throw error;
  }
}
