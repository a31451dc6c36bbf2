import { isCountyBlock, Refusal, type facts } from '@qingzhuang/contract';
import { assertActsFor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { namesOf } from '../../organisations/index.ts';
import type { CountyElement } from '../elements/element.ts';
import { listElements } from '../elements/store.ts';
import { attachFacts, chooseElements } from '../facts/operations.ts';
import { decideScope } from '../facts/scope.ts';
import { holds, rangesOf, whyWithheld } from '../facts/sight.ts';
import { listSubjects, type SubjectRow } from '../facts/store.ts';
import { toWire } from '../facts/subjects/operations.ts';
import { writeFacts } from '../facts/writing/operations.ts';
import { findByCode } from '../facts/writing/subjects/operations.ts';
import { CODE_ELEMENTS, type FactWrite } from '../facts/writing/writing.ts';
import { readCell } from '../registers/register.ts';
import { reportOf } from '../registers/operations.ts';
import { listGrantsTo } from '../sharing/store.ts';

const ROLES = ['drafter', 'unit-lead', 'bearer-clerk', 'office'] as const;

/** Takes in what another system of the county says. */
export async function pushFacts(acting: Acting, seals: Seals, push: facts.FactPush): Promise<facts.WriteReport> {
  const { db, actor, clock } = acting;
  const { by, name, asOf, subjects, dryRun } = push;
  assertActsFor(actor, by, ...ROLES);
  const today = clock.today();
  if (asOf > today) throw new Refusal('invalid-input', { errors: [{ pointer: '/asOf', detail: '不能晚于今天' }] });
  const elements = await listElements(db, actor.county);
  const writable = new Map(decideScope(elements, { by, unit: by }).map((element) => [element.key, element]));
  const known = new Set(elements.map(({ key }) => key));
  const writes: FactWrite[] = [];
  const lines: number[] = [];
  const faults: facts.CellFault[] = [];
  for (const [index, { entity, code: written, unit = null, values }] of subjects.entries()) {
    const line = index + 1;
    const code = readCode(written, entity, elements, today);
    if ('reason' in code) {
      faults.push({ line, column: null, reason: code.reason });
      continue;
    }
    for (const [key, raw] of Object.entries(values)) {
      const read = readPushed(raw, key, { writable, known, today });
      if ('reason' in read) {
        faults.push({ line, column: key, reason: read.reason });
        continue;
      }
      writes.push({
        subject: { entity, code: code.value, unit },
        element: key,
        value: read.value,
        place: `第 ${line} 个`,
      });
      lines.push(line);
    }
  }
  const result = await writeFacts(acting, seals, writes, { kind: 'system', name, unit: by, asOf, dryRun });
  const refused = result.refused.map(({ index, reason }) => ({
    line: lines[index] ?? 0,
    column: writes[index]?.element ?? null,
    reason,
  }));
  return reportOf(result, [...faults, ...refused], !dryRun);
}

/** What tells a subject apart, in its stored spelling: an identity number is checked, one of 15 signs converted. */
function readCode(
  code: string,
  entity: facts.Subject['entity'],
  elements: readonly CountyElement[],
  today: string,
): { readonly value: string } | { readonly reason: string } {
  const [key] = CODE_ELEMENTS[entity];
  const element = elements.find((one) => one.key === key);
  return element === undefined ? { value: code } : readCell(code, element, today);
}

interface Pushing {
  readonly writable: ReadonlyMap<string, CountyElement>;
  readonly known: ReadonlySet<string>;
  readonly today: string;
}

function readPushed(
  raw: string,
  key: string,
  { writable, known, today }: Pushing,
): { readonly value: string } | { readonly reason: string } {
  const element = writable.get(key);
  if (element !== undefined) return readCell(raw, element, today);
  return { reason: known.has(key) ? '这个元素由别的单位维护' : `目录中没有在用的元素 ${key}` };
}

/** Gives another system of the county what its unit may have. */
export async function queryFacts(acting: Acting, seals: Seals, query: facts.FactQuery): Promise<facts.FactAnswer> {
  const { db, actor, clock } = acting;
  const { county } = actor;
  const { by, purpose } = query;
  assertActsFor(actor, by, ...ROLES);
  const [elements, grants] = await Promise.all([listElements(db, county), listGrantsTo(db, county, by, clock.today())]);
  const asked = chooseElements(elements, query.elements).filter(({ entity }) => entity === query.entity);
  const subjects = await findAsked(acting, seals, query, elements);
  const isOwnArea = query.unit !== undefined && !isCountyBlock(by) && holds(by, query.unit);
  const withheld = withheldFrom(query.elements, asked, (element) =>
    isOwnArea && element.sharing !== 'closed' ? undefined : whyWithheld(element, by, grants),
  );
  const kept = new Set(withheld.map(({ element }) => element));
  const given = asked.filter(({ key }) => !kept.has(key));
  const unit = query.unit ?? null;
  const known = await attachFacts(acting, seals, { subjects, elements: given, by, unit, purpose, whole: true });
  return { items: known.map(toWire), withheld, unknown: (query.codes?.length ?? subjects.length) - subjects.length };
}

async function findAsked(
  { db, actor, clock }: Acting,
  seals: Seals,
  query: facts.FactQuery,
  elements: readonly CountyElement[],
): Promise<SubjectRow[]> {
  const { county } = actor;
  const { entity, unit, codes = [] } = query;
  if (unit === undefined) {
    const read = codes.map((code) => readCode(code, entity, elements, clock.today()));
    const known = read.flatMap((code) => ('reason' in code ? [] : [code.value]));
    const found = await findByCode({ db, seals, county }, entity, known);
    return [...found.values()].filter(({ endedOn }) => endedOn === null);
  }
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('unknown-unit');
  return listSubjects(db, { county, entity, ranges: rangesOf([unit]), most: MOST_GIVEN });
}

/** A village has fewer; a whole county is not for the taking in one answer. */
const MOST_GIVEN = 5000;

function withheldFrom(
  keys: readonly string[],
  asked: readonly CountyElement[],
  why: (element: CountyElement) => 'closed' | 'no-grant' | undefined,
): facts.FactAnswer['withheld'] {
  const byKey = new Map(asked.map((element) => [element.key, element]));
  return [...new Set(keys)].flatMap((key) => {
    const element = byKey.get(key);
    const reason = element === undefined ? 'unknown' : why(element);
    return reason === undefined ? [] : [{ element: key, why: reason }];
  });
}
