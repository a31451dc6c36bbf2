import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { recordTerminal } from '../testing/terminal.ts';

const folder = await mkdtemp(join(tmpdir(), 'qingzhuang-seals-'));
afterAll(() => rm(folder, { recursive: true }));
const FILE = join(folder, 'keys/seals.json');
const FIRST = Buffer.alloc(32, 7).toString('base64');

async function run(args: readonly string[], data = folder): Promise<readonly [number, string, string]> {
  const terminal = recordTerminal({ directory: folder, environment: { QINGZHUANG_DATA: data } });
  const code = await runCommandLine(['seals', ...args], terminal);
  return [code, terminal.output(), terminal.messages()];
}

test('a new key is added to the one that was, and the file stays its owner’s alone', async () => {
  await mkdir(join(folder, 'keys'));
  await writeFile(FILE, JSON.stringify({ version: 1, keys: [FIRST] }), { mode: 0o600 });
  const [code, output] = await run(['rotate']);

  expect(code).toBe(0);
  expect(output).toContain('重新启动服务');
  const { keys } = JSON.parse(await readFile(FILE, 'utf8')) as { keys: string[] };
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(FIRST);
  expect(keys[1]).not.toBe(FIRST);
  expect((await stat(FILE)).mode & 0o777).toBe(0o600);
});

test.each<[string, string[], string | undefined, string]>([
  ['a directory without seals', ['rotate'], join(folder, 'nowhere'), 'QINGZHUANG_DATA'],
  ['another action', ['remove'], undefined, 'seals rotate'],
  ['no action', [], undefined, 'seals rotate'],
])('refuses %s', async (_, args, data, words) => {
  const [code, output, messages] = await run(args, data);

  expect([code, output]).toEqual([2, '']);
  expect(messages).toContain(words);
});
