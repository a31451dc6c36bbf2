import { organisations } from '@qingzhuang/contract';
import {
  countyUnit,
  createFreeCodes,
  hasRoomBelow,
  likelyNature,
  superiorOf,
  type FindFreeCode,
} from '../unit-code.ts';
import { faultOfNature, faultOfPlace, type NewUnit, type UnitChange, type UnitRow } from '../unit.ts';
import { readNature, type UnitLine } from './unit-table.ts';

export interface ImportPlan {
  readonly create: readonly NewUnit[];
  readonly update: readonly UnitChange[];
  readonly ignored: number;
  /** The first of what is created and updated, for a person to look through. */
  readonly changes: organisations.UnitImport['changes'];
  readonly conflicts: organisations.UnitImport['conflicts'];
}

/** What becomes of one line. `parent` is empty for the county. */
type Outcome =
  | { readonly kind: 'create'; readonly unit: NewUnit; readonly parent: string }
  | { readonly kind: 'update'; readonly change: UnitChange; readonly formerName: string; readonly parent: string }
  | { readonly kind: 'same'; readonly code: string }
  | { readonly kind: 'conflict'; readonly reason: string };

/** A line whose cells make sense, each by itself. */
interface Draft extends Omit<UnitLine, 'nature'> {
  /** Undefined where the cell is empty. */
  readonly nature: organisations.UnitNature | undefined;
}

interface Board {
  readonly county: string;
  readonly units: ReadonlyMap<string, UnitRow>;
  /** Living units by name. */
  readonly named: ReadonlyMap<string, readonly UnitRow[]>;
  readonly draftsNamed: ReadonlyMap<string, readonly Draft[]>;
  /** The first line with a code. */
  readonly draftWithCode: ReadonlyMap<string, Draft>;
  readonly findFreeCode: FindFreeCode;
  readonly outcomes: Map<Draft, Outcome | 'deciding'>;
}

/**
 * What the lines would change among the units of a county, ended ones included. Each line becomes a new unit, a change
 * of a unit, nothing, or a conflict; the same lines on the same units give the same codes.
 */
export function planImport(lines: readonly UnitLine[], units: readonly UnitRow[], county: string): ImportPlan {
  const read = lines.map((line) => readDraft(line, county));
  const drafts = read.flatMap((draft) => ('reason' in draft ? [] : [draft]));
  const board = layOut(drafts, units, county);
  const decided = drafts.map((draft) => ({ line: draft.line, outcome: decide(board, draft) }));
  const outcomes = decided.map(({ outcome }) => outcome);
  return {
    create: outcomes.flatMap((outcome) => (outcome.kind === 'create' ? [outcome.unit] : [])),
    update: outcomes.flatMap((outcome) => (outcome.kind === 'update' ? [outcome.change] : [])),
    ignored: outcomes.filter(({ kind }) => kind === 'same').length,
    changes: outcomes.flatMap(describeChange).slice(0, organisations.MOST_CHANGES_SHOWN),
    conflicts: [
      ...read.flatMap((draft) => ('reason' in draft ? [draft] : [])),
      ...decided.flatMap(({ line, outcome }) =>
        outcome.kind === 'conflict' ? [{ line, reason: outcome.reason }] : [],
      ),
      ...findRepeats(decided),
      ...findNamesakes(decided, units),
    ].toSorted((left, right) => left.line - right.line),
  };
}

function describeChange(outcome: Outcome): ImportPlan['changes'] {
  if (outcome.kind === 'create') return [{ code: outcome.unit.code, name: outcome.unit.name, formerName: null }];
  if (outcome.kind === 'update') {
    return [{ code: outcome.change.code, name: outcome.change.name, formerName: outcome.formerName }];
  }
  return [];
}

function readDraft(line: UnitLine, county: string): Draft | { readonly line: number; readonly reason: string } {
  const nature = line.nature === '' ? undefined : readNature(line.nature);
  const reason = faultOfName(line.name) ?? faultOfCode(line.code, county);
  if (reason !== undefined) return { line: line.line, reason };
  if (nature === undefined && line.nature !== '') {
    return {
      line: line.line,
      reason: `不认识单位性质“${shorten(line.nature)}”，可填部门、事业单位、乡镇、街道、村、社区等`,
    };
  }
  return { ...line, nature };
}

function faultOfName(name: string): string | undefined {
  if (name === '') return '缺少单位名称';
  const [issue] = organisations.UnitName.safeParse(name).error?.issues ?? [];
  if (issue === undefined) return undefined;
  return issue.code === 'too_big' ? '单位名称超过 100 个字' : issue.message;
}

function faultOfCode(code: string, county: string): string | undefined {
  if (code === '') return undefined;
  if (/^\d(?:\.\d+)?E\+?\d+$/iu.test(code)) return '代码被表格软件改成了科学计数法，请把这一列设为文本后重新填写';
  if (!/^\d{12}$/u.test(code)) return `代码“${shorten(code)}”不是 12 位数字`;
  return code.startsWith(county) ? undefined : `代码 ${code} 不属于本县（${county}）`;
}

function layOut(drafts: readonly Draft[], units: readonly UnitRow[], county: string): Board {
  const codes = drafts.flatMap(({ code }) => (code === '' ? [] : [code]));
  return {
    county,
    units: new Map(units.map((unit) => [unit.code, unit])),
    named: Map.groupBy(
      units.filter(({ endedOn }) => endedOn === null),
      ({ name }) => name,
    ),
    draftsNamed: Map.groupBy(drafts, ({ name }) => name),
    // The last entry of a key stays in a map, so the first line goes last.
    draftWithCode: new Map(drafts.toReversed().map((draft) => [draft.code, draft])),
    findFreeCode: createFreeCodes([...units.map(({ code }) => code), ...codes]),
    outcomes: new Map(),
  };
}

function decide(board: Board, draft: Draft, depth = 0): Outcome {
  const known = board.outcomes.get(draft);
  if (known === 'deciding') return conflict('上级互相循环');
  if (known !== undefined) return known;
  board.outcomes.set(draft, 'deciding');
  const outcome = draft.code === '' ? decideWithoutCode(board, draft, depth) : decideWithCode(board, draft);
  board.outcomes.set(draft, outcome);
  return outcome;
}

function decideWithCode(board: Board, draft: Draft): Outcome {
  const { code, name } = draft;
  const first = board.draftWithCode.get(code);
  if (first !== undefined && first !== draft) return conflict(`代码与第 ${first.line} 行重复`);
  const parent = superiorOf(code) ?? '';
  if (!isWrittenParent(board, draft.parent, parent)) {
    return conflict(
      `代码 ${code} 不在上级“${shorten(draft.parent)}”的范围内，上级应为 ${parent === '' ? '空' : parent}`,
    );
  }
  const unit = board.units.get(code);
  if (unit !== undefined) return decideKnown(draft, unit, parent);
  const nature = draft.nature ?? likelyNature(code);
  const reason = faultOfPlace({ code, nature }) ?? faultOfParent(board, parent);
  return reason === undefined ? create({ code, name, nature }, parent) : conflict(reason);
}

/** The cell may be empty; else it names the unit above by its code or by its name. */
function isWrittenParent(board: Board, written: string, parent: string): boolean {
  if (written === '' || written === parent) return true;
  return board.units.get(parent)?.name === written || board.draftWithCode.get(parent)?.name === written;
}

function decideKnown({ name, nature: wanted }: Draft, unit: UnitRow, parent: string): Outcome {
  const nature = wanted ?? unit.nature;
  if (unit.endedOn !== null) return conflict(`代码 ${unit.code} 的单位“${unit.name}”已于 ${unit.endedOn} 撤并`);
  const reason = faultOfNature(unit, nature);
  if (reason !== undefined) return conflict(reason);
  if (name === unit.name && nature === unit.nature) return { kind: 'same', code: unit.code };
  return { kind: 'update', change: { code: unit.code, name, nature }, formerName: unit.name, parent };
}

function faultOfParent(board: Board, parent: string): string | undefined {
  const unit = board.units.get(parent);
  if (unit !== undefined) return unit.endedOn === null ? undefined : `上级“${unit.name}”已撤并`;
  return board.draftWithCode.has(parent) ? undefined : `没有上级 ${parent}，请把它也列入表格`;
}

function decideWithoutCode(board: Board, draft: Draft, depth: number): Outcome {
  const { name, nature = 'department' } = draft;
  const above = findParent(board, draft.parent, depth);
  if ('reason' in above) return conflict(above.reason);
  const parent = above.code;
  const unit = board.named.get(name)?.find((namesake) => namesake.parent === parent);
  if (unit !== undefined) return decideKnown(draft, unit, parent);
  if (nature === 'county') return conflict('县本级须填代码');
  const code = board.findFreeCode(nature, parent);
  if (code === undefined) return conflict('上级范围内的代码已用完');
  const word = organisations.natureNames[nature];
  const fits = superiorOf(code) === parent && faultOfPlace({ code, nature }) === undefined;
  return fits ? create({ code, name, nature }, parent) : conflict(`${word}不能设在 ${parent} 之下`);
}

/** Nothing lies deeper than below a township, and a chain of names could be as long as the table. */
const DEEPEST = 2;

/** More lines than these with the name of one unit above are no mistake to be explained one by one. */
const MOST_NAMESAKES = 20;

type Parent = { readonly code: string } | { readonly reason: string };

/** The unit above by its code or name, empty for the county. It may be a line of the same table. */
function findParent(board: Board, written: string, depth: number): Parent {
  const county = countyUnit(board.county);
  if (written === '' || written === county) return { code: county };
  const words = shorten(written);
  if (depth > DEEPEST) return { reason: `上级“${words}”层级过深` };
  const listed = draftsMeant(board, written);
  if (listed.length > MOST_NAMESAKES) return { reason: severalNamed(words) };
  const codes = new Set(codesMeant(board, written));
  for (const draft of listed) {
    const outcome = decide(board, draft, depth + 1);
    if (outcome.kind === 'conflict') return { reason: reasonOfParent(words, draft, outcome.reason) };
    codes.add(codeOf(outcome) ?? '');
  }
  return chooseParent(words, codes);
}

function draftsMeant(board: Board, written: string): Draft[] {
  const withCode = board.draftWithCode.get(written);
  return [...(withCode ? [withCode] : []), ...(board.draftsNamed.get(written) ?? [])];
}

function codesMeant(board: Board, written: string): string[] {
  const living = board.units.get(written)?.endedOn === null ? [written] : [];
  return [...living, ...(board.named.get(written) ?? []).map(({ code }) => code)];
}

function chooseParent(words: string, codes: ReadonlySet<string>): Parent {
  if (codes.size === 0) return { reason: `找不到上级“${words}”` };
  const [code, ...others] = [...codes].filter(hasRoomBelow);
  if (code === undefined) return { reason: `“${words}”之下不能再设单位` };
  return others.length === 0 ? { code } : { reason: severalNamed(words) };
}

function severalNamed(words: string): string {
  return `名为“${words}”的上级有多个，请改填代码`;
}

function reasonOfParent(words: string, { line }: Draft, reason: string): string {
  return reason === '上级互相循环' ? reason : `上级“${words}”所在的第 ${line} 行有问题`;
}

function codeOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'create':
      return outcome.unit.code;
    case 'update':
      return outcome.change.code;
    case 'same':
      return outcome.code;
    case 'conflict':
      return undefined;
  }
}

interface Decided {
  readonly line: number;
  readonly outcome: Outcome;
}

/** Lines that mean the same unit as a line before. */
function findRepeats(decided: readonly Decided[]): ImportPlan['conflicts'] {
  const first = new Map<string, number>();
  return decided.flatMap(({ line, outcome }) => {
    const code = codeOf(outcome);
    const before = code === undefined ? undefined : first.get(code);
    if (code !== undefined && before === undefined) first.set(code, line);
    return before === undefined ? [] : [{ line, reason: `与第 ${before} 行是同一个单位` }];
  });
}

/** New names that another unit below the same parent has, once everything is written. */
function findNamesakes(decided: readonly Decided[], units: readonly UnitRow[]): ImportPlan['conflicts'] {
  const names = new Map(units.filter(isLiving).map(({ code, parent, name }) => [code, `${parent ?? ''} ${name}`]));
  const written = decided.flatMap(({ line, outcome }) => {
    if (outcome.kind !== 'create' && outcome.kind !== 'update') return [];
    const { code, name } = outcome.kind === 'create' ? outcome.unit : outcome.change;
    names.set(code, `${outcome.parent} ${name}`);
    return [{ line, code, name }];
  });
  const holders = Map.groupBy(names.entries(), ([, name]) => name);
  return written.flatMap(({ line, code, name }) => {
    const other = holders.get(names.get(code) ?? '')?.find(([holder]) => holder !== code);
    return other === undefined ? [] : [{ line, reason: `同一上级下已有“${name}”（${other[0]}）` }];
  });
}

function isLiving({ endedOn }: UnitRow): boolean {
  return endedOn === null;
}

function create(unit: Omit<NewUnit, 'foundedOn'>, parent: string): Outcome {
  // Whoever lists units that work already does not say since when.
  return { kind: 'create', unit: { ...unit, foundedOn: null }, parent };
}

function conflict(reason: string): Outcome {
  return { kind: 'conflict', reason };
}

function shorten(words: string): string {
  return words.length > 30 ? `${words.slice(0, 30)}…` : words;
}
