import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { describeOptions, type OptionSpec, parseOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS: readonly OptionSpec[] = [{ name: 'help', short: 'h', help: '显示本页' }];

const HELP = `用法：qingzhuang seals rotate

更换封存密钥。数据库里要读得回来的秘密（动态口令、推送密钥）都用它加密，它只在数据目录里。
下次启动服务时换用新密钥，并把原来封存的逐条重新封存；旧密钥留在文件里，备份仍打得开。

${describeOptions(OPTIONS)}`;

/** `qingzhuang seals rotate`: a new key for what the database keeps sealed. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [action, ...rest] = options.operands;
  if (action !== 'rotate' || rest.length > 0) throw new UsageError('只有 seals rotate 这一种用法，见 --help。');
  const { CannotStart, readConfig, rotateSealKey } = await import('@qingzhuang/server');
  try {
    await rotateSealKey(readConfig(terminal.environment, terminal.directory));
  } catch (error) {
    if (error instanceof CannotStart) throw new UsageError(error.message);
    throw error;
  }
  await terminal.out('已加入新密钥。请重新启动服务：启动时换用新密钥，并重新封存。\n');
  return EXIT.clean;
}
