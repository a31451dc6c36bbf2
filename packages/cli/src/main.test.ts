import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const PROGRAM = join(import.meta.dirname, '../bin/qingzhuang.js');
const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-main-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('the program passes exit codes on and keeps data and messages apart', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, 'check', 'nowhere.txt', '--format', 'json'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );

  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { unreadable: 1 } });
  expect(stderr).toContain('nowhere.txt');
});

test('a reader that closes the pipe early ends the program without an error', async () => {
  writeFileSync(join(folder, 'long.txt'), '各村要加强组织领导。\n'.repeat(20_000));
  const child = spawn(process.execPath, [PROGRAM, 'check', 'long.txt', '--format', 'json', '--with-text'], {
    cwd: folder,
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let messages = '';
  child.stderr.on('data', (text) => (messages += String(text)));
  child.stdout.once('data', () => child.stdout.destroy());

  expect(await ended).toBe(0);
  expect(messages).toBe('');
});
