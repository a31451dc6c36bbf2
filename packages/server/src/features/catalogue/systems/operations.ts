import { isCountyBlock, Refusal, type facts } from '@qingzhuang/contract';
import { assertActsFor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { namesOf } from '../../organisations/index.ts';
import type { CountyElement } from '../elements/element.ts';
import { listElements } from '../elements/store.ts';
import { codeElementOf, hasCode } from '../facts/fact.ts';
import { logLookUp, logQuery } from '../facts/looks/operations.ts';
import { attachFacts, chooseElements } from '../facts/operations.ts';
import { decideScope } from '../facts/scope.ts';
import { holds, isReadBy, personalAmong, rangesOf, whyWithheld } from '../facts/sight.ts';
import { listSubjects, type SubjectRow } from '../facts/store.ts';
import { toWire } from '../facts/subjects/operations.ts';
import { writeFacts } from '../facts/writing/operations.ts';
import { findByCode } from '../facts/writing/subjects/operations.ts';
import type { FactWrite } from '../facts/writing/writing.ts';
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
  const writable = new Map(
    decideScope(elements, { by, unit: by, posts: actor.posts }).map((element) => [element.key, element]),
  );
  const known = new Map(elements.map((element) => [element.key, element]));
  const writes: FactWrite[] = [];
  const lines: number[] = [];
  const faults: facts.CellFault[] = [];
  for (const [index, { entity, code: written, unit = null, values }] of subjects.entries()) {
    const line = index + 1;
    const code = readCode(written, entity, known, today);
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
        subject: { entity, unit, code: code.value, ...(code.element !== undefined && { element: code.element }) },
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
  elements: ReadonlyMap<string, CountyElement>,
  today: string,
): { readonly value: string; readonly element?: string } | { readonly reason: string } {
  const element = codeElementOf(entity, code, elements);
  if (element === undefined) return { value: code };
  const read = readCell(code, element, today);
  return 'reason' in read ? read : { ...read, element: element.key };
}

interface Pushing {
  readonly writable: ReadonlyMap<string, CountyElement>;
  readonly known: ReadonlyMap<string, CountyElement>;
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
  const { by, purpose, entity, unit, codes = [] } = query;
  assertActsFor(actor, by, ...ROLES);
  const [elements, grants] = await Promise.all([listElements(db, county), listGrantsTo(db, county, by, clock.today())]);
  const isOwnArea = !isCountyBlock(by) && (unit === undefined || holds(by, unit));
  function why(element: CountyElement): 'closed' | 'no-grant' | undefined {
    return isOwnArea && isReadBy(by, element) ? undefined : whyWithheld(element, by, grants);
  }
  const asked = chooseElements(elements, query.elements).filter((element) => element.entity === entity);
  const withheld = withheldFrom(query.elements, asked, why);
  const given = asked.filter((element) => why(element) === undefined);
  const found = await findAsked(acting, seals, query, elements);
  // Who is given nothing is not told either whether there is anybody.
  const subjects = given.length === 0 ? [] : found;
  const look = { by, unit: unit ?? null, purpose };
  const known = await attachFacts(acting, seals, { ...look, subjects, elements: given, whole: true, unshown: true });
  const seen = { ...look, elements: personalAmong(given.length > 0 ? given : asked), subjects: subjects.length };
  await (unit === undefined ? logQuery(acting, seen) : logLookUp(acting, seen));
  const seesCodes =
    unit === undefined ||
    isOwnArea ||
    hasCode(
      entity,
      elements.filter((element) => why(element) === undefined),
    );
  return {
    items: known.map((subject) => toWire(subject, seesCodes)),
    withheld,
    unknown: Math.max(codes.length - subjects.length, 0),
  };
}

/** The living subjects of a unit, or those with these codes: a village or town finds only its own, whatever it is granted. */
async function findAsked(
  { db, actor, clock }: Acting,
  seals: Seals,
  { by, entity, unit, codes = [] }: facts.FactQuery,
  elements: readonly CountyElement[],
): Promise<SubjectRow[]> {
  const { county } = actor;
  if (unit === undefined) {
    const known = new Map(elements.map((element) => [element.key, element]));
    const read = codes.map((code) => readCode(code, entity, known, clock.today()));
    const wanted = read.flatMap((code) => ('reason' in code ? [] : [code.value]));
    const found = await findByCode({ db, seals, county }, entity, wanted);
    return [...found.values()].filter((row) => row.endedOn === null && (isCountyBlock(by) || holds(by, row.unit)));
  }
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('unknown-unit');
  if (!isCountyBlock(by) && !holds(by, unit)) return [];
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
