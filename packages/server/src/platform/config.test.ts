import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting the program serves this machine from the folder data', () => {
  expect(readConfig({}, '/srv/app')).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDirectory: '/srv/app/data',
    databaseUrl: undefined,
    demo: true,
    checksPerMinute: 6000,
  });
});

test('every setting is taken from the environment, and an empty one counts as not set', () => {
  const environment = {
    PORT: '0',
    HOST: '::',
    QINGZHUANG_DATA: '/var/data',
    DATABASE_URL: 'postgres://db/qingzhuang',
    QINGZHUANG_DEMO: 'off',
    QINGZHUANG_CHECKS_PER_MINUTE: '',
  };

  expect(readConfig(environment, '/srv/app')).toEqual({
    port: 0,
    host: '::',
    dataDirectory: '/var/data',
    databaseUrl: 'postgres://db/qingzhuang',
    demo: false,
    checksPerMinute: 6000,
  });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://db/qingzhuang'],
  ['QINGZHUANG_DEMO', 'maybe'],
  ['QINGZHUANG_CHECKS_PER_MINUTE', '0'],
])('%s=%s is refused by name and without its value', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/srv/app')).toThrow(
    expect.objectContaining({ code: 'bad-settings', message: expect.stringContaining(name) as string }),
  );
  expect(() => readConfig({ [name]: value }, '/srv/app')).not.toThrow(value);
});
