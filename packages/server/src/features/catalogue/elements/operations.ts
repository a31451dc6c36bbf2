import { STARTER_CATALOGUE } from '@qingzhuang/analysis';
import { Refusal, type catalogue } from '@qingzhuang/contract';
import type { Acting, Context } from '../../../platform/context.ts';
import { inCounty } from '../../../platform/county.ts';
import type { Db } from '../../../platform/db.ts';
import { assertUnits } from '../../organisations/index.ts';
import { contentOf, contentOfStarter, findKeeper, type CountyElement } from './element.ts';
import {
  findElementForUpdate,
  findShownElement,
  listDepartments,
  listElements,
  listVersions,
  lockCatalogue,
  saveElements,
  type WrittenElement,
} from './store.ts';

export async function readElement({ db, actor }: Acting, key: string): Promise<catalogue.ElementWithHistory> {
  const [element, history] = await Promise.all([
    findShownElement(db, actor.county, key),
    listVersions(db, actor.county, key),
  ]);
  if (element === undefined) throw new Refusal('no-such-record');
  return { ...element, history };
}

async function getShownElement(db: Db, county: string, key: string): Promise<catalogue.Element> {
  const element = await findShownElement(db, county, key);
  if (element === undefined) throw new Refusal('no-such-record');
  return element;
}

/** Makes one unit answer for an element. */
export async function nameOwner(
  { db, actor, clock, seen }: Acting,
  { key, owner, reason }: { readonly key: string; readonly owner: string; readonly reason: string },
): Promise<catalogue.Element> {
  const { county, person } = actor;
  const element = await findElementForUpdate(db, county, key);
  if (element === undefined) throw new Refusal('no-such-record');
  if (element.version !== seen) throw new Refusal('stale', { version: element.version });
  if (element.state === 'retired') throw new Refusal('wrong-state');
  await assertUnits(db, [owner]);
  const change = { what: 'owner-named', reason, proposal: null, person, at: clock.now().toISOString() } as const;
  await saveElements(db, county, [{ ...writtenOf(element), owner }], change);
  return getShownElement(db, county, key);
}

/** An element as it is written. */
export function writtenOf(element: CountyElement): WrittenElement {
  const { key, owner, state, heir, aliases, options, ...rest } = element;
  const content = contentOf({ ...rest, aliases: [...aliases], options: options && [...options] });
  return { key, owner, state, heir, content };
}

/** Adds what the starter catalogue has and the county has not; what the county has stays as it is. */
export async function installStarter({ db, actor, clock }: Acting): Promise<catalogue.Installation> {
  return install({ db, clock }, actor.county, actor.person);
}

/** Gives a county its first catalogue, when it is founded. */
export async function beginCatalogue({ db, clock }: Pick<Context, 'db' | 'clock'>, county: string): Promise<void> {
  await inCounty(db, county, (tx) => install({ db: tx, clock }, county, null));
}

export async function install(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  county: string,
  person: string | null,
): Promise<catalogue.Installation> {
  await lockCatalogue(db, county);
  const [known, departments] = [await listElements(db, county, null), await listDepartments(db, county)];
  const keys = new Set(known.map(({ key }) => key));
  const keepers = new Map<string, string | null>();
  function keeperOf(source: string): string | null {
    const keeper = keepers.get(source) ?? findKeeper(source, departments) ?? null;
    keepers.set(source, keeper);
    return keeper;
  }
  const added = STARTER_CATALOGUE.filter(({ key }) => !keys.has(key)).map((element): WrittenElement => ({
    key: element.key,
    content: contentOfStarter(element),
    owner: keeperOf(element.source),
    state: 'active',
    heir: null,
  }));
  const change = { what: 'installed', reason: null, proposal: null, person, at: clock.now().toISOString() } as const;
  await saveElements(db, county, added, change);
  return {
    installed: added.length,
    kept: known.length,
    owned: added.filter(({ owner }) => owner !== null).length,
  };
}
