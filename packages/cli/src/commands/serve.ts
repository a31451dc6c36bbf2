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
账号：
  QINGZHUANG_URL                   网址，如 https://gate.example；通行密钥和单点登录与它绑定
  QINGZHUANG_BEHIND_PROXY          on 表示前面有反向代理：按 X-Forwarded-Proto 和 X-Forwarded-For 认协议和地址
  QINGZHUANG_SESSION_IDLE_MINUTES  多久不用即退出登录，默认 5760（4 天）
  QINGZHUANG_SESSION_MINUTES       登录最长多久，默认 43200（30 天）
  QINGZHUANG_SIGN_INS_PER_MINUTE   同一地址每分钟可尝试登录的次数，默认 120
  QINGZHUANG_OIDC_ISSUER、QINGZHUANG_OIDC_CLIENT_ID、QINGZHUANG_OIDC_CLIENT_SECRET、QINGZHUANG_OIDC_NAME
                                   单点登录（OpenID Connect）；登记的返回地址为 网址/sign-in/return
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
