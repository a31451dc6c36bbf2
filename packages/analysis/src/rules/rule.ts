/**
 * A lint rule is one file: its words, its settings, its examples. Stance, direction, scope of negation and exemptions
 * are decided before and after it runs, so it never carries excuses.
 */
import type { OfficialDocument } from '../document/read-document.ts';
import type { Statement } from '../document/statements.ts';
import type { ComparedSuperior } from '../lineage/compared-superior.ts';
import type { DemandAction, ExemptionClass, Severity } from '../report.ts';

/** A number or list of the county, with where its default comes from. */
export interface Setting<Value> {
  readonly default: Value;
  /** Instrument clause, profile or `house`. */
  readonly source: string;
  /** One Chinese phrase: what it sets, with its unit. */
  readonly meaning: string;
}

export type SettingTable = Readonly<Record<string, Setting<number | string | null | readonly number[]>>>;

export type ValuesOf<Settings extends SettingTable> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Widen<Value> : never;
};

type Widen<Value> = Value extends number ? number : Value extends string ? string : Value;

export interface RuleExamples {
  /** `⟦ ⟧` marks each span that must be reported, in order. Before `⟹` stands the superior's text. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** An example as people read it: whose text is whose. */
export function shownExample(example: string): string {
  const [above = '', below] = example.split('⟹');
  return below === undefined ? example : `上级：${above}\n本级：${below}`;
}

/** What a rule reports. Offsets are into the normalised text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Values for the `{names}` of the message and the suggestion; `{quote}` is always there. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Replaces the quoted words and resolves the finding; an empty string deletes them. */
  readonly rewrite?: string;
  /** Cleared by the rule itself, inside its limit or a homonym: no finding, listed by `--explain`. */
  readonly cleared?: { readonly class: ExemptionClass; readonly reason: string };
}

/** What a rule reads: the statements that hold one of its cues, and the document around them. */
export interface Reading {
  readonly statements: readonly Statement[];
  readonly document: OfficialDocument;
  /** Documents of superiors that the caller holds against this one; mostly none. */
  readonly superiors: readonly ComparedSuperior[];
}

export interface RuleDefinition<Settings extends SettingTable> {
  readonly id: string;
  /** Chinese name of the fault. */
  readonly title: string;
  /** `instrument.clause` keys; empty for a house rule. */
  readonly basis: readonly string[];
  readonly message: string;
  readonly suggestion: string;
  /**
   * Short literal words, separated by spaces, one of which stands in every sentence the rule could report. They only
   * spare the rule from reading the others. Absent: the rule reads every statement.
   */
  readonly cues?: string;
  readonly options?: Settings;
  /** Says that the rule is only certain with a register or a second document: 未核对 is added while none is loaded. */
  readonly register?: string;
  /** What the demand is about, for its hours: the activity that ends when the suggestion is taken. */
  readonly saves?: DemandAction;
  /** Exemption classes that do not apply to this rule: a ban on reports is no statistic. Empty means all apply. */
  readonly deaf?: readonly ExemptionClass[];
  readonly examples: RuleExamples;
  find(reading: Reading, options: ValuesOf<Settings>): Iterable<Match>;
}

export interface Rule extends Omit<RuleDefinition<SettingTable>, 'find' | 'options'> {
  readonly options: SettingTable;
  readonly cueWords: readonly string[];
  /** Runs with the given option values; throws `TypeError` on an unknown or mistyped one. */
  find(reading: Reading, overrides?: Readonly<Record<string, unknown>>): Iterable<Match>;
}

/** How a rule is set: a severity, or off; with values for its options. */
export type RuleSetting = Level | readonly [level: Level, options: Readonly<Record<string, unknown>>];

export type Level = Severity | 'off';

const NO_OVERRIDES: Readonly<Record<string, unknown>> = {};

/** Closes over the options: the defaults are the schema, and an unknown or mistyped override is an error. */
export function defineRule<const Settings extends SettingTable = SettingTable>(
  definition: RuleDefinition<Settings>,
): Rule {
  const options: SettingTable = definition.options ?? {};
  // A checker hands over the same overrides for every document.
  const resolved = new WeakMap<Readonly<Record<string, unknown>>, ValuesOf<Settings>>();
  return {
    ...definition,
    options,
    cueWords: definition.cues?.split(/\s+/u).filter((word) => word !== '') ?? [],
    find(reading, overrides = NO_OVERRIDES) {
      const values = resolved.get(overrides) ?? resolveOptions<Settings>(definition.id, options, overrides);
      resolved.set(overrides, values);
      return definition.find(reading, values);
    },
  };
}

function resolveOptions<Settings extends SettingTable>(
  id: string,
  settings: SettingTable,
  overrides: Readonly<Record<string, unknown>>,
): ValuesOf<Settings> {
  const mistake = Object.keys(overrides).find((name) => optionFault(settings, name, overrides[name]) !== null);
  if (mistake !== undefined) throw new TypeError(`${id}: ${optionFault(settings, mistake, overrides[mistake]) ?? ''}`);
  const values = Object.entries(settings).map(([name, setting]) => [name, overrides[name] ?? setting.default]);
  return Object.fromEntries(values) as ValuesOf<Settings>;
}

/** What is wrong with one option value, in Chinese; null when it may be used. */
export function optionFault(settings: SettingTable, name: string, value: unknown): string | null {
  const setting = settings[name];
  if (!setting) return `没有这个设置项：${name}`;
  if (setting.default === null || Array.isArray(setting.default)) {
    return typeof value === 'object' || typeof value === 'number' ? null : `设置项 ${name} 的类型不对`;
  }
  if (typeof value !== typeof setting.default)
    return `设置项 ${name} 应为${typeof setting.default === 'number' ? '数字' : '文字'}`;
  return typeof value === 'number' && !Number.isFinite(value) ? `设置项 ${name} 应为有限的数字` : null;
}
