import { isBelow, isCountyBlock, rangeOf, type Role } from '@qingzhuang/contract';
import { isPersonal, isSensitive, type CountyElement } from '../elements/element.ts';

/** One role for one unit. */
interface Post {
  readonly unit: string;
  readonly role: Role;
}

const LOCAL: readonly Role[] = ['drafter', 'unit-lead', 'bearer-clerk'];
/** Who speaks for a unit as the owner of elements. */
const SPEAKING: readonly Role[] = ['drafter', 'unit-lead', 'office'];

/** Who looks after the burden of a county. */
const WATCHING: readonly Role[] = ['office', 'leader', 'supervisor', 'auditor'];

/** Whether the second unit is the first or lies below it. */
export function holds(unit: string, other: string): boolean {
  return unit === other || isBelow(other, unit);
}

/** The town or village of the person within which the unit lies; undefined where the person works elsewhere. */
export function localUnit(posts: readonly Post[], unit: string): string | undefined {
  return posts.find((post) => LOCAL.includes(post.role) && !isCountyBlock(post.unit) && holds(post.unit, unit))?.unit;
}

/** The towns and villages that the person works for. */
export function localUnits(posts: readonly Post[]): string[] {
  const units = posts.filter(({ unit, role }) => LOCAL.includes(role) && !isCountyBlock(unit)).map(({ unit }) => unit);
  return [...new Set(units)];
}

/** The units for which the person speaks as the owner of elements. */
export function speakingUnits(posts: readonly Post[]): string[] {
  return [...new Set(posts.filter(({ role }) => SPEAKING.includes(role)).map(({ unit }) => unit))];
}

/** The county's bodies that the person works for. */
export function centralUnits(posts: readonly Post[]): string[] {
  const units = posts
    .filter(({ unit, role }) => SPEAKING.includes(role) && isCountyBlock(unit))
    .map(({ unit }) => unit);
  return [...new Set(units)];
}

/** Whether the person speaks for the owner of the element; the office does where none is named. */
export function speaksForOwner(posts: readonly Post[], { owner }: Pick<CountyElement, 'owner'>): boolean {
  return posts.some(({ unit, role }) =>
    owner === null ? role === 'office' : unit === owner && SPEAKING.includes(role),
  );
}

/** Whether a unit speaks for the owner of an element when it writes. */
export function isOwner(unit: string, { owner }: Pick<CountyElement, 'owner'>): boolean {
  return unit === owner;
}

/** A grant that is in force. */
export interface GrantInForce {
  readonly key: string;
  readonly receiver: string;
}

/**
 * Why a unit is not given an element, or undefined where it is: what is closed never leaves its owner, what is
 * conditional needs its grant.
 */
export function whyWithheld(
  { key, owner, sharing }: Pick<CountyElement, 'key' | 'owner' | 'sharing'>,
  receiver: string,
  grants: readonly GrantInForce[],
): 'closed' | 'no-grant' | undefined {
  if (owner === receiver || sharing === 'open') return undefined;
  if (sharing === 'closed') return 'closed';
  return grants.some((grant) => grant.key === key && grant.receiver === receiver) ? undefined : 'no-grant';
}

/** Whether a village or town reads the element of its own people: all but what is closed and another's. */
export function isReadBy(local: string, { sharing, owner }: Pick<CountyElement, 'sharing' | 'owner'>): boolean {
  return sharing !== 'closed' || owner === local;
}

/** Elements whose every look-up is noted. */
export function personalAmong(elements: readonly CountyElement[]): string[] {
  return elements.filter(isPersonal).map(({ key }) => key);
}

/** Whether somebody sees the values of an element whole: who serves these people, and who answers for the element. */
export function seesWhole(
  posts: readonly Post[],
  element: Pick<CountyElement, 'personal' | 'owner'>,
  unit: string,
): boolean {
  return !isSensitive(element) || localUnit(posts, unit) !== undefined || speaksForOwner(posts, element);
}

/**
 * Whether somebody is told how many values of an element a unit has. Anybody may know it of the whole county; of a town
 * or village who serves it, who answers for the element and who watches. Of a village nobody else is told how many have
 * an illness: there are so few that a number names them.
 */
export function mayCount(
  posts: readonly Post[],
  element: Pick<CountyElement, 'personal' | 'owner'>,
  unit: string,
): boolean {
  if (unit.endsWith(WHOLE_COUNTY) || localUnit(posts, unit) !== undefined || speaksForOwner(posts, element))
    return true;
  const isVillage = !isCountyBlock(unit) && !unit.endsWith(WHOLE_TOWN);
  return posts.some(({ role }) => WATCHING.includes(role)) && !(isVillage && isSensitive(element));
}

const WHOLE_COUNTY = '000000';
const WHOLE_TOWN = '000';

const STAYING = 4;

/** A sensitive value for whoever has no part in it: of long ones the last signs stay, so that two can be told apart. */
export function mask(value: string): string {
  const signs = Array.from(value);
  const stay = signs.length >= 3 * STAYING ? STAYING : 0;
  return '*'.repeat(signs.length - stay) + signs.slice(signs.length - stay).join('');
}

/**
 * The ranges of these units and all below them, none within another.
 */
export function rangesOf(units: readonly string[]): { readonly first: string; readonly last: string }[] {
  const ranges = [...new Set(units)].toSorted().map(rangeOf);
  const apart: { first: string; last: string }[] = [];
  for (const range of ranges) {
    const before = apart.at(-1);
    if (before === undefined || range.first > before.last) apart.push({ ...range });
  }
  return apart;
}
