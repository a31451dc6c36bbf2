import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDirectory, removeDirectory } from '../testing/data-directory.ts';
import { addSealKey, openSeals } from './sealed.ts';

const directory = await createDirectory();
afterAll(() => removeDirectory(directory));
const SECRET = Buffer.from('JBSWY3DPEHPK3PXP');

function fileOf(name: string): string {
  return path.join(directory, name, 'seals.json');
}

test('what is sealed is not readable, and opens at its own place only', async () => {
  const seals = await openSeals(fileOf('one'));
  const sealed = seals.seal(SECRET, 'totp 130101 li');

  expect(sealed.includes(SECRET)).toBe(false);
  expect(seals.unseal(sealed, 'totp 130101 li')).toEqual(SECRET);
  expect(() => seals.unseal(sealed, 'totp 130101 wang')).toThrow();
  expect(() => seals.unseal(sealed, 'totp 130102 li')).toThrow();
});

test('the same secret never looks the same, and a changed byte anywhere is noticed', async () => {
  const seals = await openSeals(fileOf('one'));
  const sealed = seals.seal(SECRET, 'here');

  expect(seals.seal(SECRET, 'here')).not.toEqual(sealed);
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8((sealed.readUInt8(at) + 1) % 256, at);
    expect(() => seals.unseal(changed, 'here')).toThrow();
  }
  expect(() => seals.unseal(sealed.subarray(0, 20), 'here')).toThrow('Too short');
});

test('the key is made once, whoever opens at the same time, and is readable by its owner only', async () => {
  const file = fileOf('two');
  const [one, two] = await Promise.all([openSeals(file), openSeals(file)]);

  expect(two.unseal(one.seal(SECRET, 'here'), 'here')).toEqual(SECRET);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a further key seals from then on, and the one before still opens what it has sealed', async () => {
  const file = fileOf('three');
  const before = await openSeals(file);
  const old = before.seal(SECRET, 'here');
  await addSealKey(file);
  const after = await openSeals(file);

  expect(after.unseal(old, 'here')).toEqual(SECRET);
  expect([after.isCurrent(old), after.isCurrent(after.seal(SECRET, 'here'))]).toEqual([false, true]);
  expect(() => before.unseal(after.seal(SECRET, 'here'), 'here')).toThrow('Sealed with key 2, which is not here.');
});

test('a digest is the same before and after a further key, another at another place, and of another key file another', async () => {
  const file = fileOf('five');
  const before = await openSeals(file);
  const digest = before.digest('130102198001011234', 'subject 130102 person');
  await addSealKey(file);
  const after = await openSeals(file);

  expect(digest).toHaveLength(32);
  expect(after.digest('130102198001011234', 'subject 130102 person')).toEqual(digest);
  expect(after.digest('130102198001011234', 'subject 130104 person')).not.toEqual(digest);
  expect((await openSeals(fileOf('one'))).digest('130102198001011234', 'subject 130102 person')).not.toEqual(digest);
});

test('a broken key file is an error and no new key', async () => {
  const file = fileOf('four');
  await openSeals(file);
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.slice(0, 20));

  await expect(openSeals(file)).rejects.toThrow();
  expect(await readFile(file, 'utf8')).toBe(whole.slice(0, 20));
});
