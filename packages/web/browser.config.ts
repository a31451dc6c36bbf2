/** Finds a browser for the tests: `CHROMIUM_PATH`, an installed Chromium, or the one that npm carries. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A browser, or null with the reason why this machine has none. */
export async function launchBrowser(): Promise<{ readonly browser: Browser | null; readonly reason: string }> {
  const reasons: string[] = [];
  for (const candidate of candidates()) {
    try {
      const { executablePath, args } = await candidate();
      const browser = await chromium.launch({ executablePath, args, headless: true, env: environment() });
      return { browser, reason: '' };
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  return { browser: null, reason: reasons.join('; ') };
}

type Executable = Required<Pick<LaunchOptions, 'executablePath' | 'args'>>;

function candidates(): (() => Promise<Executable> | Executable)[] {
  const named = process.env['CHROMIUM_PATH'];
  const paths = [...(named === undefined ? [] : [named]), ...INSTALLED].filter((path) => existsSync(path));
  return [...paths.map((executablePath) => () => ({ executablePath, args: ['--no-sandbox'] })), carriedByNpm];
}

async function carriedByNpm(): Promise<Executable> {
  const { default: carried } = await import('@sparticuz/chromium');
  // Its defaults switch off what the tests need: service workers and several processes.
  const unwanted = /^--(single-process|no-zygote|headless|disable-features)/u;
  const args = carried.args.filter((arg) => !unwanted.test(arg));
  return { executablePath: await carried.executablePath(), args: [...args, '--no-sandbox'] };
}

// The browser wants a home it can write to, and a locale in which files have Chinese names; build machines have neither.
function environment(): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return { ...env, HOME: mkdtempSync(join(tmpdir(), 'browser-home-')), LC_ALL: 'C.UTF-8' };
}
