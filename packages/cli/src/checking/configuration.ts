import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CheckConfig, RuleSetting, Severity } from '@qingzhuang/analysis';
import { systemCodeOf, UsageError } from '../failures.ts';

const FILE_NAME = 'qingzhuang.config.json';
const LEVELS: readonly string[] = ['off', 'info', 'warning', 'error'];

/** Reads the named configuration, or the nearest one above the directory; none is an empty one. */
export function loadConfiguration(directory: string, named: string | undefined): CheckConfig {
  const path = named === undefined ? discover(directory) : resolve(directory, named);
  if (path === null) return {};
  const content = parse(read(path), named ?? FILE_NAME);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UsageError(`配置文件 ${named ?? FILE_NAME} 的最外层应当是一个对象。`);
  }
  // Its keys and values are the checker's to judge; `createChecker` names every mistake.
  return content;
}

/** Sets levels given as `id=level` on top of a configuration; a rule's own options stay. */
export function withLevels(config: CheckConfig, settings: readonly string[]): CheckConfig {
  const rules: Record<string, RuleSetting> = { ...config.rules };
  for (const setting of settings) {
    const [, id = '', level = ''] = /^([^=]+)=([^=]+)$/.exec(setting) ?? [];
    if (!isLevel(level)) throw new UsageError(`--rule 写作 编号=off|info|warning|error，给的是 ${setting}。`);
    const present = rules[id];
    rules[id] = Array.isArray(present) ? [level, present[1] as Readonly<Record<string, unknown>>] : level;
  }
  return settings.length === 0 ? config : { ...config, rules };
}

function discover(directory: string): string | null {
  const path = join(directory, FILE_NAME);
  if (existsSync(path)) return path;
  const above = dirname(directory);
  return above === directory ? null : discover(above);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`读不了配置文件（${systemCodeOf(error) ?? '未知原因'}）。`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`配置文件 ${name} 不是合法的 JSON：${error instanceof Error ? error.message : ''}`);
  }
}

function isLevel(level: string): level is Severity | 'off' {
  return LEVELS.includes(level);
}
