import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { CODE, KEYS, LOG, TOKEN } from '../testing/signed-records.ts';
import { recordTerminal } from '../testing/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-records-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'keys.json'), JSON.stringify(KEYS));
writeFileSync(join(folder, 'no-keys.json'), '{"keys":[]}');
writeFileSync(join(folder, 'log.jsonl'), LOG);
writeFileSync(join(folder, 'changed.jsonl'), LOG.replace('demand-screened', 'demand-admitted'));
writeFileSync(join(folder, 'notice.txt'), '各村：\n');

async function run(args: readonly string[], today = '2026-03-02'): Promise<readonly [number, string, string]> {
  const terminal = recordTerminal({ directory: folder, today });
  const code = await runCommandLine(args, terminal);
  return [code, terminal.output(), terminal.messages()];
}

describe('audit verify', () => {
  test.each<[string, string[], number, RegExp]>([
    ['a whole log', ['log.jsonl', '--keys', 'keys.json'], 0, /3 条记录.*完好/],
    ['a log by its own keys', ['log.jsonl'], 0, /完好/],
    ['a changed log', ['changed.jsonl', '--keys', 'keys.json'], 1, /第 1 条 demand_event：记录被改动过/],
    ['a log that others signed', ['log.jsonl', '--keys', 'no-keys.json'], 1, /不是已知密钥签的/],
  ])('of %s', async (_, args, expected, words) => {
    const [code, output] = await run(['audit', 'verify', ...args]);

    expect(output).toMatch(words);
    expect(code).toBe(expected);
  });

  test.each<[string, string[], string]>([
    ['another file', ['verify', 'notice.txt'], '不是导出的审计日志'],
    ['a missing file', ['verify', 'nowhere.jsonl'], 'ENOENT'],
    ['a file that holds no keys', ['verify', 'log.jsonl', '--keys', 'notice.txt'], '不是公钥文件'],
    ['a directory without a database', ['verify'], 'QINGZHUANG_DATA'],
    ['an unknown action', ['repair'], 'audit verify'],
    ['no file to export to', ['export'], 'audit export'],
  ])('refuses %s', async (_, args, words) => {
    const [code, output, messages] = await run(['audit', ...args]);

    expect([code, output]).toEqual([2, '']);
    expect(messages).toContain(words);
  });

  test('says in JSON what it found', async () => {
    const [, output] = await run(['audit', 'verify', 'changed.jsonl', '--keys', 'keys.json', '--json']);

    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      logs: [{ size: 3, faults: [{ kind: 'entry-changed', index: 1 }] }],
    });
  });
});

describe('code verify', () => {
  test.each<[string, string, string, number, RegExp]>([
    ['a valid QR text', TOKEN, '2026-06-30', 0, /有效期内[\s\S]*QH26-1234-RQ/],
    ['the address in a QR code', `HTTPS://GATE.EXAMPLE/C/${TOKEN}`, '2026-03-02', 0, /有效期内/],
    ['an expired QR text', TOKEN, '2026-07-01', 1, /已到期/],
    ['a forged QR text', TOKEN.replace('JA54', 'JA55'), '2026-03-02', 1, /事项码|伪造/],
    ['a QR text cut short', TOKEN.slice(0, 100), '2026-03-02', 1, /不是事项码/],
    ['a code', CODE.toLowerCase(), '2026-03-02', 0, /没有输错/],
    ['a mistyped code', 'QH26-1235-RQ', '2026-03-02', 1, /是不是 QH26-1234-RQ/],
  ])('of %s', async (_, text, today, expected, words) => {
    const [code, output] = await run(['code', 'verify', text, '--keys', 'keys.json'], today);

    expect(output).toMatch(words);
    expect(code).toBe(expected);
  });

  test('knows no key where there is none', async () => {
    const [code, output] = await run(['code', 'verify', TOKEN]);

    expect([code, output]).toEqual([1, expect.stringContaining('不是已知的密钥')]);
  });

  test('needs to know what to verify', async () => {
    expect((await run(['code', 'verify']))[0]).toBe(2);
    expect((await run(['code', 'verify', TOKEN, '--keys', 'nowhere']))[0]).toBe(2);
  });
});
