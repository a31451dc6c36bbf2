import path from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

/** What the operator may set; everything has a default. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the embedded database. */
  readonly dataDirectory: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  /** Checks that one address may ask for in a minute, and at once. */
  readonly checksPerMinute: number;
  /** A session that was not used for so long has ended. */
  readonly sessionIdleMinutes: number;
  /** A session ends then, however much it is used. */
  readonly sessionMinutes: number;
}

// The address of a county's office stands for many clerks, hence so many.
const CHECKS_PER_MINUTE = 6000;

// A long weekend, so that nobody signs in to find that nothing is due; and a month.
const SESSION_IDLE_MINUTES = 4 * 24 * 60;
const SESSION_MINUTES = 30 * 24 * 60;
const MOST_SESSION_MINUTES = 366 * 24 * 60;

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  QINGZHUANG_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  QINGZHUANG_DEMO: z.enum(['on', 'off']).default('on'),
  QINGZHUANG_CHECKS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(CHECKS_PER_MINUTE),
  QINGZHUANG_SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(MOST_SESSION_MINUTES)
    .default(SESSION_IDLE_MINUTES),
  QINGZHUANG_SESSION_MINUTES: z.coerce.number().int().min(5).max(MOST_SESSION_MINUTES).default(SESSION_MINUTES),
});

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
    demo: settings.QINGZHUANG_DEMO === 'on',
    checksPerMinute: settings.QINGZHUANG_CHECKS_PER_MINUTE,
    sessionIdleMinutes: settings.QINGZHUANG_SESSION_IDLE_MINUTES,
    sessionMinutes: settings.QINGZHUANG_SESSION_MINUTES,
  };
}
