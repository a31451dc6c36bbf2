import type { verifyCodeOffline } from '@qingzhuang/server';
import { EXIT, type ExitCode, UsageError } from '../failures.ts';
import { describeOptions, type OptionSpec, parseOptions, single } from '../options.ts';
import { readKeys } from '../published-keys.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'keys', value: 'FILE', help: '公钥文件（/api/v1/keys 的内容）；不给时用数据目录里的密钥' },
  { name: 'json', help: '以 JSON 输出' },
  { name: 'help', short: 'h', help: '显示本页' },
];

const HELP = `用法：qingzhuang code verify CODE_OR_TOKEN

离线核对事项码（如 QH26-7K3F-P1）或二维码中的文字。

${describeOptions(OPTIONS)}
退出码：0 有效 · 1 无效或已到期 · 2 用法有误 · 3 程序内部错误
`;

type Verdict = Awaited<ReturnType<typeof verifyCodeOffline>>;

/** `qingzhuang code verify`: says what a code or the text of a QR code is worth, without a network. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = parseOptions(args, OPTIONS);
  if (options.values.has('help')) {
    await terminal.out(HELP);
    return EXIT.clean;
  }
  const [action, text, ...more] = options.operands;
  if (action !== 'verify' || text === undefined || more.length > 0) {
    throw new UsageError('请写明 code verify CODE_OR_TOKEN。');
  }
  const { readConfig, verifyCodeOffline } = await import('@qingzhuang/server');
  const keysFile = single(options, 'keys');
  const given = keysFile === undefined ? undefined : await readKeys(keysFile, terminal);
  const { dataDirectory } = readConfig(terminal.environment, terminal.directory);
  const verdict = await verifyCodeOffline(text, { dataDirectory, today: terminal.today, given });
  await terminal.out(options.values.has('json') ? `${JSON.stringify(verdict)}\n` : describe(verdict));
  return verdict.state === 'valid' || verdict.state === 'well-formed' ? EXIT.clean : EXIT.findings;
}

function describe(verdict: Verdict): string {
  switch (verdict.state) {
    case 'valid':
    case 'expired': {
      const { code, issuerCode, admittedOn, expiresOn } = verdict.token;
      const words = verdict.state === 'valid' ? '签名有效，在有效期内' : '签名有效，但已到期';
      return `${words}。\n事项码 ${code} · 发起单位 ${issuerCode} · ${admittedOn} 准入 · 有效期至 ${expiresOn}\n是否已撤回或暂停，请到登记册查询。\n`;
    }
    case 'well-formed':
      return `${verdict.code} 没有输错。是否准入过、现在是否有效，请到登记册查询。\n`;
    case 'mistyped':
      return `事项码有误。${verdict.suggestion === null ? '' : `是不是 ${verdict.suggestion}？`}请与通知核对。\n`;
    case 'unknown-key':
      return '不是已知的密钥签的：请核对公钥文件是否属于这个县。\n';
    case 'forged':
      return '签名是伪造的。\n';
    case 'malformed':
      return '不是事项码，也不是事项二维码中的文字。\n';
  }
}
