/** From the configuration a person writes to the settings the checker runs with. */
import { PRESETS, type Preset } from './presets.ts';
import { optionFault, type Level, type Rule, type RuleSetting } from './rule.ts';

/** The configuration file, as a person writes it. Every key is optional. */
export interface CheckConfig {
  /** Presets applied in order: `recommended`, `strict`, or a local profile such as `jiangmen-2014`. */
  readonly extends?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly suppressions?: readonly Suppression[];
}

export type { Level, RuleSetting } from './rule.ts';

/** A human override: signed by its reason, and it may expire. */
export interface Suppression {
  readonly rule: string;
  /** Only findings whose quote contains these words. */
  readonly quote?: string;
  /** Only files whose path ends with this. */
  readonly path?: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
}

export interface RuleSettings {
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Every mistake of a configuration at once, one sentence each. */
export class ConfigurationError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigurationError';
    this.mistakes = mistakes;
  }
}

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'];

/** Settings by rule id. Throws `ConfigurationError` naming every unknown preset, rule, level and option. */
export function resolveSettings(config: CheckConfig, rules: readonly Rule[]): Map<string, RuleSettings> {
  const mistakes: string[] = [];
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const settings = new Map(rules.map(({ id }): [string, RuleSettings] => [id, { level: 'off', options: {} }]));
  function apply(preset: Preset['rules'], isStrict: boolean): void {
    for (const [id, setting] of Object.entries(preset)) {
      const rule = known.get(id);
      if (rule) mergeSetting({ settings, rule, setting, mistakes });
      else if (isStrict) mistakes.push(`没有这条规则：${id}`);
    }
  }
  for (const name of ['recommended', ...(config.extends ?? []).filter((preset) => preset !== 'recommended')]) {
    const preset = PRESETS[name];
    if (preset) apply(preset.rules, false);
    else mistakes.push(`没有这个预设：${name}（可用：${Object.keys(PRESETS).join('、')}）`);
  }
  apply(config.rules ?? {}, true);
  for (const { rule, reason } of config.suppressions ?? []) {
    if (!known.has(rule)) mistakes.push(`放行的规则不存在：${rule}`);
    if (reason.trim() === '') mistakes.push(`放行规则 ${rule} 没有写理由`);
  }
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  return settings;
}

interface Merge {
  readonly settings: Map<string, RuleSettings>;
  readonly rule: Rule;
  readonly setting: RuleSetting;
  readonly mistakes: string[];
}

function mergeSetting({ settings, rule, setting, mistakes }: Merge): void {
  const [level, options] = typeof setting === 'string' ? [setting, {}] : setting;
  if (!LEVELS.includes(level))
    mistakes.push(`规则 ${rule.id} 的级别写错了：${level}（应为 error、warning、info 或 off）`);
  for (const [name, value] of Object.entries(options)) {
    const fault = optionFault(rule.options, name, value);
    if (fault) mistakes.push(`规则 ${rule.id}：${fault}`);
  }
  settings.set(rule.id, { level, options: { ...settings.get(rule.id)?.options, ...options } });
}
