import path from 'node:path';
import { z } from 'zod';
import type { BucketSettings } from './bucket-files.ts';
import { CannotStart } from './cannot-start.ts';
import { isRange } from './network.ts';

/** What the operator may set; everything has a default. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the embedded database. */
  readonly dataDirectory: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** S3-compatible storage for files; undefined: a folder in the data directory. */
  readonly bucket: BucketSettings | undefined;
  readonly demo: boolean;
  /** Checks that one address may ask for in a minute, and at once. */
  readonly checksPerMinute: number;
  readonly accounts: AccountSettings;
  /** Ranges of inner addresses that webhooks may be sent to, also without TLS. */
  readonly webhookNetworks: readonly string[];
}

export interface AccountSettings {
  /** A session that was not used for so long has ended. */
  readonly sessionIdleMinutes: number;
  /** A session ends then, however much it is used. */
  readonly sessionMinutes: number;
  /** Sign-ins that one address may try in a minute, and at once. */
  readonly signInsPerMinute: number;
  /** Where people reach the program, `https://gate.example`; undefined: where each request says it came. */
  readonly url: string | undefined;
  /** Requests come by a proxy that says by what protocol they reached it. */
  readonly behindProxy: boolean;
  readonly singleSignOn: SingleSignOnSettings | undefined;
}

/** The county's OpenID Connect provider. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
}

// The address of a county's office stands for many clerks, hence so many.
const CHECKS_PER_MINUTE = 6000;
const SIGN_INS_PER_MINUTE = 120;

// A long weekend, so that nobody signs in to find that nothing is due; and a month.
const SESSION_IDLE_MINUTES = 4 * 24 * 60;
const SESSION_MINUTES = 30 * 24 * 60;
const MOST_SESSION_MINUTES = 366 * 24 * 60;

const SessionMinutes = z.coerce.number().int().min(5).max(MOST_SESSION_MINUTES);

/** `s3://bucket` or `s3://bucket/some/prefix` */
const BUCKET_ADDRESS =
  /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?))?$/;

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().min(1).default('127.0.0.1'),
    QINGZHUANG_DATA: z.string().min(1).default('data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    QINGZHUANG_FILES: z.string().regex(BUCKET_ADDRESS).optional(),
    QINGZHUANG_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    QINGZHUANG_S3_REGION: z
      .string()
      .regex(/^[\w-]+$/)
      .default('us-east-1'),
    QINGZHUANG_S3_ADDRESSING: z.enum(['path', 'host']).default('path'),
    QINGZHUANG_S3_ACCESS_KEY: z.string().optional(),
    QINGZHUANG_S3_SECRET_KEY: z.string().optional(),
    QINGZHUANG_DEMO: z.enum(['on', 'off']).default('on'),
    QINGZHUANG_CHECKS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(CHECKS_PER_MINUTE),
    QINGZHUANG_SESSION_IDLE_MINUTES: SessionMinutes.default(SESSION_IDLE_MINUTES),
    QINGZHUANG_SESSION_MINUTES: SessionMinutes.default(SESSION_MINUTES),
    QINGZHUANG_SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(SIGN_INS_PER_MINUTE),
    QINGZHUANG_URL: z.url({ protocol: /^https?$/ }).optional(),
    QINGZHUANG_WEBHOOK_NETWORKS: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter((range) => range !== ''))
      .refine((ranges) => ranges.every(isRange)),
    QINGZHUANG_BEHIND_PROXY: z.enum(['on', 'off']).default('off'),
    // Without TLS only on the same machine: whoever can read the line could sign in as anybody.
    QINGZHUANG_OIDC_ISSUER: z
      .url()
      .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))/)
      .optional(),
    QINGZHUANG_OIDC_CLIENT_ID: z.string().optional(),
    QINGZHUANG_OIDC_CLIENT_SECRET: z.string().optional(),
    QINGZHUANG_OIDC_NAME: z.string().max(20).default('单点登录'),
  })
  .superRefine((settings, context) => {
    for (const together of TOGETHER) {
      const missing = together.filter((name) => settings[name] === undefined);
      if (missing.length === together.length) continue;
      for (const name of missing) context.addIssue({ code: 'custom', path: [name] });
    }
  });

/** What is set as a whole or not at all. */
const TOGETHER = [
  ['QINGZHUANG_OIDC_ISSUER', 'QINGZHUANG_OIDC_CLIENT_ID', 'QINGZHUANG_OIDC_CLIENT_SECRET'],
  ['QINGZHUANG_FILES', 'QINGZHUANG_S3_ENDPOINT', 'QINGZHUANG_S3_ACCESS_KEY', 'QINGZHUANG_S3_SECRET_KEY'],
] as const;

/** Reads the environment variables of contracts; an empty one counts as not set. Throws `CannotStart` naming every wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, directory: string): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(set);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path: [name] }) => String(name)))].join('、');
    throw new CannotStart('bad-settings', `环境变量 ${names} 的值不正确。\nThe value of ${names} is not valid.`);
  }
  const settings = read.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDirectory: path.resolve(directory, settings.QINGZHUANG_DATA),
    databaseUrl: settings.DATABASE_URL,
    bucket: readBucket(settings),
    demo: settings.QINGZHUANG_DEMO === 'on',
    checksPerMinute: settings.QINGZHUANG_CHECKS_PER_MINUTE,
    accounts: {
      sessionIdleMinutes: settings.QINGZHUANG_SESSION_IDLE_MINUTES,
      sessionMinutes: settings.QINGZHUANG_SESSION_MINUTES,
      signInsPerMinute: settings.QINGZHUANG_SIGN_INS_PER_MINUTE,
      url: settings.QINGZHUANG_URL,
      behindProxy: settings.QINGZHUANG_BEHIND_PROXY === 'on',
      singleSignOn: readSingleSignOn(settings),
    },
    webhookNetworks: settings.QINGZHUANG_WEBHOOK_NETWORKS,
  };
}

function readBucket(settings: z.infer<typeof Environment>): BucketSettings | undefined {
  const {
    QINGZHUANG_FILES: address,
    QINGZHUANG_S3_ENDPOINT: endpoint,
    QINGZHUANG_S3_REGION: region,
    QINGZHUANG_S3_ADDRESSING: addressing,
    QINGZHUANG_S3_ACCESS_KEY: accessKey,
    QINGZHUANG_S3_SECRET_KEY: secretKey,
  } = settings;
  if (endpoint === undefined || accessKey === undefined || secretKey === undefined) return undefined;
  const { bucket = '', prefix = '' } = BUCKET_ADDRESS.exec(address ?? '')?.groups ?? {};
  return { endpoint, region, bucket, prefix: prefix.replace(/[^/]$/, '$&/'), addressing, accessKey, secretKey };
}

function readSingleSignOn(settings: z.infer<typeof Environment>): SingleSignOnSettings | undefined {
  const {
    QINGZHUANG_OIDC_ISSUER: issuer,
    QINGZHUANG_OIDC_CLIENT_ID: clientId,
    QINGZHUANG_OIDC_CLIENT_SECRET: clientSecret,
    QINGZHUANG_OIDC_NAME: name,
  } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name };
}
