import { people, Refusal } from '@qingzhuang/contract';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { describeOptions, parseOptions, single, type OptionSpec, type ParsedOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'code', value: '代码', help: '县级区划代码，6 位' },
  { name: 'name', value: '名称', help: '县名' },
  { name: 'letters', value: '字母', help: '事项码开头的两个大写字母，不用 I 和 O' },
  { name: 'person', value: '姓名', help: '第一位管理员' },
  { name: 'username', value: '用户名', help: '管理员登录用的名字' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang county add --code 130101 --name 清河县 --letters QH --person 王芳 --username wangfang

建立一个县和它的第一位管理员，并输出管理员首次登录用的一次性口令。
用自带的数据库时，请先停止服务。

${describeOptions(OPTIONS)}`;

/** `qingzhuang county add`: makes a county, where there is no terminal to ask at when the program starts. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [action, ...rest] = options.operands;
  if (action !== 'add' || rest.length > 0) throw new UsageError('只有 county add 这一种用法，见 --help。');
  const { oneTimePassword, validUntil } = await addCounty(readPlan(options), terminal);
  await terminal.out(`${oneTimePassword}\n`);
  terminal.err(`已建立。上面是管理员首次登录的一次性口令，${validUntil.slice(0, 10)} 前有效，登录时须改掉。\n`);
  return EXIT.clean;
}

function readPlan(options: ParsedOptions): people.CountyPlan {
  const [code, name, letters, person, username] = ['code', 'name', 'letters', 'person', 'username'].map((option) =>
    single(options, option),
  );
  const read = people.CountyPlan.safeParse({ code, name, letters, administrator: { name: person, username } });
  if (read.success) return read.data;
  const [{ path, message } = { path: [], message: '' }] = read.error.issues;
  const option = path.join('.').replace('administrator.name', 'person').replace('administrator.', '');
  throw new UsageError(`--${option} 缺少或不对：${message}`);
}

async function addCounty(
  plan: people.CountyPlan,
  terminal: Terminal,
): Promise<{ readonly oneTimePassword: string; readonly validUntil: string }> {
  const server = await import('@qingzhuang/server');
  const { promise: failure, reject: onFailure } = Promise.withResolvers<never>();
  try {
    const config = server.readConfig(terminal.environment, terminal.directory);
    const log = server.createLog((line) => terminal.err(line), server.systemClock);
    return await Promise.race([server.addCounty({ ...config, log, onFailure }, plan), failure]);
  } catch (error) {
    if (error instanceof server.CannotStart) throw new UsageError(error.message);
    if (error instanceof Refusal) throw new UsageError('区划代码、字母或用户名已经用过了。');
    throw error;
  }
}
