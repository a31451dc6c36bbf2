import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { askForCounty } from './ask-for-county.ts';
import { verifyPassword } from './platform/password-hash.ts';

/** A terminal at which somebody types the next line whenever a question has been asked. */
function sitDown(lines: readonly string[]): { input: PassThrough; output: Writable; shown: () => string } {
  const input = new PassThrough();
  const left = [...lines];
  let shown = '';
  const output = new Writable({
    write(chunk: Uint8Array, _, done) {
      const text = Buffer.from(chunk).toString();
      shown += text;
      if (text.includes('：')) setImmediate(() => input.write(`${left.shift() ?? '\u0003'}\r`));
      done();
    },
  });
  return { input, output, shown: () => shown };
}

const PASSWORD = 'water finds its own level';

test('the county and its administrator are asked for, and the password is not shown', async () => {
  const { input, output, shown } = sitDown(['130101', '清河县', 'QH', '王芳', 'Wang.Fang', PASSWORD, PASSWORD]);
  const { plan, passwordHash } = await askForCounty(input, output);

  expect(plan).toEqual({
    code: '130101',
    name: '清河县',
    letters: 'QH',
    administrator: { name: '王芳', username: 'Wang.Fang' },
  });
  expect(await verifyPassword(passwordHash, PASSWORD)).toBe(true);
  expect(shown()).toContain('清河县');
  expect(shown()).not.toContain(PASSWORD);
});

test('an answer that cannot be used is asked for again, with what is wrong', async () => {
  const passwords = ['short', 'short', PASSWORD, 'another', PASSWORD, PASSWORD];
  const { input, output, shown } = sitDown(['13', '130101', '清河县', 'qh', 'QH', '王芳', 'wang', ...passwords]);
  const { plan } = await askForCounty(input, output);

  expect(plan).toMatchObject({ code: '130101', letters: 'QH' });
  for (const message of ['应为 6 位县级区划代码', '应为两个大写字母', '至少 10 个字符，可以', '两次输入的不一样']) {
    expect(shown()).toContain(message);
  }
});

test('whoever leaves makes no county', async () => {
  const { input, output } = sitDown(['130101']);

  await expect(askForCounty(input, output)).rejects.toMatchObject({ code: 'cancelled' });
});
