/** A rule on the structured demand is one file: its numbers, its sentence, its examples. */
import { citeAll, type Severity, type SettingTable, type ValuesOf } from '@qingzhuang/analysis';
import type { check, DeepReadonly, demands } from '@qingzhuang/contract';
import type { GateCase } from './gate-facts.ts';

/** What a rule has found. */
export interface GateMatch {
  /** One Chinese sentence that names the evidence. */
  readonly message: string;
  readonly demands?: readonly string[];
  readonly units?: readonly string[];
  /** Nothing would be left to do, were the suggestion taken. */
  readonly endsAll?: true;
  readonly exemption?: check.Finding['exemption'];
}

/** A case in words, and how it differs from `PLAIN`. */
export type GateExample = readonly [words: string, given: GateCase, options?: Readonly<Record<string, unknown>>];

export interface GateRuleDefinition<Settings extends SettingTable> {
  readonly id: `gate/${string}`;
  /** Chinese name of the fault. */
  readonly title: string;
  readonly severity: Severity;
  /** `instrument.clause` keys; empty for a house rule. */
  readonly basis: readonly string[];
  readonly suggestion: string;
  readonly options: Settings;
  /** Text rules that speak of the same burden. */
  readonly sameAs?: readonly string[];
  /** Kinds of demands that it looks at; absent: all. */
  readonly kinds?: readonly demands.DemandKind[];
  /** Name of the register or number that is missing; null when everything can be checked. */
  missing(given: GateCase, options: ValuesOf<Settings>): string | null;
  /** Runs only when nothing is missing. */
  find(given: GateCase, options: ValuesOf<Settings>): Iterable<GateMatch>;
  readonly examples: { readonly fires: readonly GateExample[]; readonly passes: readonly GateExample[] };
}

export interface GateRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly options: SettingTable;
  readonly sameAs: readonly string[];
  readonly examples: GateRuleDefinition<SettingTable>['examples'];
  /** What it finds in a case, with the county's numbers in place of the defaults. */
  run(given: GateCase, overrides?: Readonly<Record<string, unknown>>): GateVerdict;
}

export interface GateVerdict {
  readonly findings: readonly DeepReadonly<demands.GateFinding>[];
  readonly unchecked: readonly string[];
}

const MOST_UNITS = 20;
const SILENT: GateVerdict = { findings: [], unchecked: [] };

/** Closes over the options: the defaults stand with their sources, the county's numbers go before them. */
export function defineGateRule<const Settings extends SettingTable>(
  definition: GateRuleDefinition<Settings>,
): GateRule {
  const { id, title, severity, options, sameAs = [], examples, kinds } = definition;
  return {
    ...{ id, title, severity, options, sameAs, examples },
    run(given, overrides = {}) {
      if (kinds !== undefined && !kinds.includes(given.draft.details.kind)) return SILENT;
      const values = valuesOf<Settings>(options, overrides);
      const missing = definition.missing(given, values);
      if (missing !== null) return { findings: [], unchecked: [missing] };
      return {
        findings: Array.from(definition.find(given, values), (match) => findingOf(definition, match, given)),
        unchecked: [],
      };
    },
  };
}

function valuesOf<Settings extends SettingTable>(
  settings: SettingTable,
  overrides: Readonly<Record<string, unknown>>,
): ValuesOf<Settings> {
  const values = Object.entries(settings).map(([name, setting]) => [name, overrides[name] ?? setting.default]);
  return Object.fromEntries(values) as ValuesOf<Settings>;
}

function findingOf<Settings extends SettingTable>(
  { id, severity, basis, suggestion }: GateRuleDefinition<Settings>,
  { message, demands: others = [], units = [], endsAll, exemption = null }: GateMatch,
  { perBearerMinutes: { low, likely, high } }: GateCase,
): DeepReadonly<demands.GateFinding> {
  return {
    ruleId: id,
    severity: exemption === null ? severity : 'info',
    message,
    suggestion,
    basis: citeAll(basis),
    exemption,
    hoursSaved: endsAll === true ? { low: low / 60, likely: likely / 60, high: high / 60 } : null,
    demands: others,
    units: units.slice(0, MOST_UNITS),
    sameAs: null,
  };
}
