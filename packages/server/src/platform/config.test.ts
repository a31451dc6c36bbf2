import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting the program serves this machine from the folder data', () => {
  expect(readConfig({}, '/srv/app')).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDirectory: '/srv/app/data',
    databaseUrl: undefined,
    bucket: undefined,
    demo: true,
    checksPerMinute: 6000,
    accounts: {
      sessionIdleMinutes: 5760,
      sessionMinutes: 43_200,
      signInsPerMinute: 120,
      url: undefined,
      behindProxy: false,
      singleSignOn: undefined,
    },
    webhookNetworks: [],
  });
});

test('every setting is taken from the environment, and an empty one counts as not set', () => {
  const environment = {
    PORT: '0',
    HOST: '::',
    QINGZHUANG_DATA: '/var/data',
    DATABASE_URL: 'postgres://db/qingzhuang',
    QINGZHUANG_FILES: 's3://county-files/gate/2026',
    QINGZHUANG_S3_ENDPOINT: 'https://storage.example:9000',
    QINGZHUANG_S3_REGION: 'cn-north-1',
    QINGZHUANG_S3_ADDRESSING: 'host',
    QINGZHUANG_S3_ACCESS_KEY: 'gate',
    QINGZHUANG_S3_SECRET_KEY: 'secret',
    QINGZHUANG_DEMO: 'off',
    QINGZHUANG_CHECKS_PER_MINUTE: '',
    QINGZHUANG_SESSION_IDLE_MINUTES: '30',
    QINGZHUANG_SESSION_MINUTES: '600',
    QINGZHUANG_SIGN_INS_PER_MINUTE: '20',
    QINGZHUANG_URL: 'https://gate.example',
    QINGZHUANG_BEHIND_PROXY: 'on',
    QINGZHUANG_OIDC_ISSUER: 'https://sso.example',
    QINGZHUANG_OIDC_CLIENT_ID: 'gate',
    QINGZHUANG_OIDC_CLIENT_SECRET: 'secret',
    QINGZHUANG_OIDC_NAME: '县统一认证',
    QINGZHUANG_WEBHOOK_NETWORKS: '10.20.0.0/16,fd00::/8',
  };

  expect(readConfig(environment, '/srv/app')).toEqual({
    port: 0,
    host: '::',
    dataDirectory: '/var/data',
    databaseUrl: 'postgres://db/qingzhuang',
    bucket: {
      endpoint: 'https://storage.example:9000',
      region: 'cn-north-1',
      bucket: 'county-files',
      prefix: 'gate/2026/',
      addressing: 'host',
      accessKey: 'gate',
      secretKey: 'secret',
    },
    demo: false,
    checksPerMinute: 6000,
    accounts: {
      sessionIdleMinutes: 30,
      sessionMinutes: 600,
      signInsPerMinute: 20,
      url: 'https://gate.example',
      behindProxy: true,
      singleSignOn: { issuer: 'https://sso.example', clientId: 'gate', clientSecret: 'secret', name: '县统一认证' },
    },
    webhookNetworks: ['10.20.0.0/16', 'fd00::/8'],
  });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://db/qingzhuang'],
  ['QINGZHUANG_FILES', '/srv/files'],
  ['QINGZHUANG_FILES', 's3://county-files/../other'],
  ['QINGZHUANG_S3_ENDPOINT', 'storage.example:9000'],
  ['QINGZHUANG_DEMO', 'maybe'],
  ['QINGZHUANG_CHECKS_PER_MINUTE', '0'],
  ['QINGZHUANG_SESSION_MINUTES', '4'],
  ['QINGZHUANG_URL', 'ftp://gate.example'],
  ['QINGZHUANG_OIDC_ISSUER', 'http://sso.example'],
  ['QINGZHUANG_WEBHOOK_NETWORKS', '10.20.0.0'],
  ['QINGZHUANG_WEBHOOK_NETWORKS', '10.20.0.0/33'],
])('%s=%s is refused by name and without its value', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/srv/app')).toThrow(
    expect.objectContaining({ code: 'bad-settings', message: expect.stringContaining(name) as string }),
  );
  expect(() => readConfig({ [name]: value }, '/srv/app')).not.toThrow(value);
});

test('single sign-on is set as a whole or not at all', () => {
  expect(() => readConfig({ QINGZHUANG_OIDC_ISSUER: 'https://sso.example' }, '/srv/app')).toThrow(
    /QINGZHUANG_OIDC_CLIENT_ID、QINGZHUANG_OIDC_CLIENT_SECRET/,
  );
});

test.each([
  ['s3://county-files', ''],
  ['s3://county-files/', ''],
  ['s3://county-files/gate', 'gate/'],
  ['s3://county-files/gate/', 'gate/'],
])('files in %s have keys that begin with "%s"', (address, prefix) => {
  const environment = {
    QINGZHUANG_FILES: address,
    QINGZHUANG_S3_ENDPOINT: 'http://127.0.0.1:9000',
    QINGZHUANG_S3_ACCESS_KEY: 'gate',
    QINGZHUANG_S3_SECRET_KEY: 'secret',
  };

  expect(readConfig(environment, '/srv/app').bucket).toMatchObject({ bucket: 'county-files', prefix });
});

test('a bucket is set as a whole or not at all, and its keys are not told', () => {
  const environment = { QINGZHUANG_FILES: 's3://county-files', QINGZHUANG_S3_SECRET_KEY: 'hidden' };

  expect(() => readConfig(environment, '/srv/app')).toThrow(/QINGZHUANG_S3_ENDPOINT、QINGZHUANG_S3_ACCESS_KEY/);
  expect(() => readConfig(environment, '/srv/app')).not.toThrow('hidden');
});
