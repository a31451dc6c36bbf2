import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listInputs } from './inputs.ts';

const EXTENSIONS = new Set(['.txt', '.docx']);
const isRoot = process.getuid?.() === 0;
const root = mkdtempSync(join(tmpdir(), 'qingzhuang-inputs-'));

beforeAll(() => {
  mkdirSync(join(root, 'notices', 'inner'), { recursive: true });
  mkdirSync(join(root, 'notices', '.hidden'));
  for (const name of ['b.txt', 'a.docx', 'picture.png', '~$a.docx', 'inner/c.TXT', '.hidden/d.txt']) {
    writeFileSync(join(root, 'notices', name), 'x');
  }
  symlinkSync('.', join(root, 'notices', 'loop'));
  symlinkSync('self.txt', join(root, 'notices', 'self.txt'));
  symlinkSync('self', join(root, 'notices', 'self'));
});

function fileAt(path: string): object {
  return { path, identity: path, content: join(root, path) };
}

afterAll(() => rmSync(root, { recursive: true }));

test('folders are walked by name; hidden files, other formats and loops of links are left out', () => {
  expect(listInputs(['notices'], root, EXTENSIONS)).toEqual([
    fileAt('notices/a.docx'),
    fileAt('notices/b.txt'),
    fileAt('notices/inner/c.TXT'),
    { ok: false, path: 'notices/self.txt', error: { code: 'not-a-file', message: '不是普通文件。' } },
  ]);
});

test('a named file is taken whatever its name, once, and known by its place however it was written', () => {
  const path = join(root, 'notices', 'picture.png');

  expect(listInputs(['./notices/picture.png', path], root, EXTENSIONS)).toEqual([fileAt('notices/picture.png')]);
  expect(listInputs([path], root, EXTENSIONS)).toEqual([{ path, identity: 'notices/picture.png', content: path }]);
});

test('a path that does not exist is told, and the others stay', () => {
  expect(listInputs(['nowhere.txt', 'notices/b.txt'], root, EXTENSIONS)).toEqual([
    { ok: false, path: 'nowhere.txt', error: { code: 'not-found', message: '没有这个文件或文件夹。' } },
    fileAt('notices/b.txt'),
  ]);
});

test.skipIf(isRoot)('a folder without rights is told', () => {
  const locked = join(root, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0);

  expect(listInputs(['locked'], root, EXTENSIONS)).toEqual([
    { ok: false, path: 'locked', error: { code: 'no-permission', message: '没有读取权限。' } },
  ]);
});

test('files of a folder that are no documents are told, by their extension', () => {
  const passed: string[] = [];
  listInputs(['notices'], root, EXTENSIONS, (extension) => passed.push(extension));
  expect(passed).toContain('.png');
});
