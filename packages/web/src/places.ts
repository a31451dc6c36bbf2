import type { Role } from '@qingzhuang/contract';

/** The pages behind the account, in the order of the menu. */
export type WorkPlace = 'inbox' | 'gate' | 'draft' | 'demands' | 'admin';

/** A page stands in the menu of those whose posts can do something there; the register is for everyone. */
const FOR_ROLES: Readonly<Record<WorkPlace, readonly Role[] | 'everyone'>> = {
  inbox: ['bearer-clerk', 'unit-lead'],
  gate: ['office', 'unit-lead', 'leader'],
  draft: ['drafter', 'unit-lead', 'office'],
  demands: 'everyone',
  admin: ['administrator', 'auditor', 'supervisor'],
};

const ORDER: readonly WorkPlace[] = ['inbox', 'gate', 'draft', 'demands', 'admin'];

/** What the menu offers a person with these roles. */
export function placesFor(roles: readonly Role[]): WorkPlace[] {
  return ORDER.filter((place) => {
    const allowed = FOR_ROLES[place];
    return allowed === 'everyone' || roles.some((role) => allowed.includes(role));
  });
}

/** Where a person with these roles begins the day. */
export function homeFor(roles: readonly Role[]): WorkPlace {
  if (roles.includes('office') || roles.includes('leader')) return 'gate';
  if (roles.includes('bearer-clerk')) return 'inbox';
  if (roles.includes('drafter') || roles.includes('unit-lead')) return 'draft';
  return roles.length > 0 && roles.every((role) => role === 'administrator') ? 'admin' : 'demands';
}
