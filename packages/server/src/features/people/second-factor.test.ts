import path from 'node:path';
import { account, signIn } from '@qingzhuang/contract';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { addSealKey, openSeals } from '../../platform/sealed.ts';
import { NOW, useTestApp } from '../../testing/app.ts';
import { createDirectory, removeDirectory } from '../../testing/data-directory.ts';
import { readTable } from '../../testing/db.ts';
import { makeSomebody, openBrowser, PASSWORD, type Browser } from '../../testing/browser.ts';
import { resealSecrets } from './index.ts';

let now = NOW;
const { app, owner, seals, signInAs } = await useTestApp({ clock: { now: () => now, today: () => '2026-03-05' } });
const administrator = await signInAs('administrator', '130101000000');
const li = await makeSomebody(app, administrator.call, 'li.ming');

const directory = await createDirectory();
afterAll(() => removeDirectory(directory));

beforeEach(async () => {
  now = NOW;
  for (const table of ['signInAttempt', 'totp', 'backupCode'] as const) await owner.deleteFrom(table).execute();
});

const refused = { code: 'wrong-credentials' };

/** What the telephone shows, `steps` half minutes from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() + steps * 30_000 });
}

async function signInLi(code?: string): Promise<Browser> {
  const browser = openBrowser(app);
  await browser.call(signIn.signIn, { ...li.credentials, ...(code !== undefined && { code }) });
  return browser;
}

async function enrol(): Promise<{ browser: Browser; secret: string; backupCodes: readonly string[] }> {
  const browser = await signInLi();
  const { secret } = await browser.call(account.enrolTotp, { password: PASSWORD });
  const { backupCodes } = await browser.call(account.confirmTotp, { code: codeOf(secret) });
  now = new Date(now.getTime() + 60_000);
  return { browser, secret, backupCodes };
}

test('an enrolment names the account for the authenticator, and asks for nothing before it is confirmed', async () => {
  const { call } = await signInLi();
  const { secret, address } = await call(account.enrolTotp, { password: PASSWORD });

  expect(address).toBe(
    `otpauth://totp/${encodeURIComponent('轻装')}:${encodeURIComponent('李明')}?issuer=${encodeURIComponent('轻装')}&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await expect(signInLi()).resolves.toBeDefined();
});

test('an enrolment needs the password, and a code of the telephone', async () => {
  const { call } = await signInLi();
  await expect(call(account.enrolTotp, { password: 'guess' })).rejects.toMatchObject(refused);
  await expect(call(account.confirmTotp, { code: '123456' })).rejects.toMatchObject({ code: 'wrong-state' });

  const { secret } = await call(account.enrolTotp, { password: PASSWORD });
  const wrong = codeOf(secret, 100);
  await expect(call(account.confirmTotp, { code: wrong })).rejects.toMatchObject(refused);
  expect((await call(account.confirmTotp, { code: codeOf(secret) })).backupCodes).toHaveLength(10);
  await expect(call(account.enrolTotp, { password: PASSWORD })).rejects.toMatchObject({ code: 'wrong-state' });
});

test('once confirmed a code is asked for, of whoever knows the password and of nobody else', async () => {
  const { secret } = await enrol();

  await expect(signInLi()).rejects.toMatchObject({ code: 'code-needed' });
  const guess = openBrowser(app).call(signIn.signIn, { username: 'li.ming', password: 'guess' });
  await expect(guess).rejects.toMatchObject(refused);
  const { call } = await signInLi(codeOf(secret));
  expect(await call(signIn.readMe)).toMatchObject({ totp: true });
});

test('the secret is not readable in the table, and does not open in the row of somebody else', async () => {
  const { secret } = await enrol();
  const { sealed } = await owner.selectFrom('totp').select('sealed').executeTakeFirstOrThrow();
  expect(sealed?.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);

  const wang = await makeSomebody(app, administrator.call, 'wang.fang');
  await owner.updateTable('totp').set({ person: wang.id }).execute();
  const code = codeOf(secret);
  const swapped = openBrowser(app).call(signIn.signIn, { ...wang.credentials, code });
  await expect(swapped).rejects.toMatchObject({ code: 'internal' });
});

test('a start seals what lies in clear and what a former key has sealed, and the codes stay right', async () => {
  const { secret } = await enrol();
  const inClear = Buffer.from(Secret.fromBase32(secret).bytes);
  await owner.updateTable('totp').set({ sealed: null, plainSecret: inClear }).execute();
  const file = path.join(directory, 'seals.json');
  await resealSecrets(owner, await openSeals(file));
  expect(await owner.selectFrom('totp').select('plainSecret').execute()).toEqual([{ plainSecret: null }]);
  await addSealKey(file);
  await resealSecrets(owner, await openSeals(file));

  const { sealed } = await owner.selectFrom('totp').select('sealed').executeTakeFirstOrThrow();
  expect(sealed?.[0]).toBe(2);
  await expect(resealSecrets(owner, seals)).rejects.toMatchObject({ code: 'seal-key-missing' });
  const place = `totp 130101 ${li.id}`;
  const opened = (await openSeals(file)).unseal(sealed ?? Buffer.of(), place);
  await owner
    .updateTable('totp')
    .set({ sealed: seals.seal(opened, place) })
    .execute();
  await expect(signInLi(codeOf(secret))).resolves.toBeDefined();
});

test.each([-1, 0, 1])('a clock %d steps off is put up with, and a code opens once', async (steps) => {
  const { secret } = await enrol();
  const code = codeOf(secret, steps);
  await signInLi(code);

  await expect(signInLi(code)).rejects.toMatchObject(refused);
});

test.each([-2, 2, 10])('a code of %d steps away is refused', async (steps) => {
  const { secret } = await enrol();

  await expect(signInLi(codeOf(secret, steps))).rejects.toMatchObject(refused);
});

test('digits may be typed full-width and with a space', async () => {
  const { secret } = await enrol();
  const code = codeOf(secret).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  await expect(signInLi(`${code.slice(0, 3)} ${code.slice(3)}`)).resolves.toBeDefined();
});

test('codes are guessed five times, and asking for the code in between forgives nothing', async () => {
  const { secret } = await enrol();
  for (let count = 0; count < 5; count += 1) {
    await expect(signInLi(codeOf(secret, 100 + count))).rejects.toMatchObject(refused);
    if (count < 4) await expect(signInLi()).rejects.toMatchObject({ code: 'code-needed' });
  }

  await expect(signInLi(codeOf(secret))).rejects.toMatchObject({ code: 'too-many-requests' });
});

test('a backup code opens once, however it is typed, and is kept as a digest', async () => {
  const { backupCodes } = await enrol();
  const [first = '', second = ''] = backupCodes;
  expect(await readTable(owner, 'backupCode')).not.toContain(first);

  await signInLi(first.toLowerCase().replaceAll('-', ' '));
  await expect(signInLi(first)).rejects.toMatchObject(refused);
  await signInLi(second);
  await expect(signInLi('ABCD-EFGH-JKMN-PQRS')).rejects.toMatchObject(refused);
});

test('it is taken away with the password, and its backup codes with it', async () => {
  const { browser, backupCodes } = await enrol();
  await expect(browser.call(account.removeTotp, { password: 'guess' })).rejects.toMatchObject(refused);
  await browser.call(account.removeTotp, { password: PASSWORD });

  await expect(signInLi()).resolves.toBeDefined();
  await expect(browser.call(account.removeTotp, { password: PASSWORD })).rejects.toMatchObject({ code: 'wrong-state' });
  expect(await readTable(owner, 'backupCode')).toBe('');
  expect(backupCodes).toHaveLength(10);
});
