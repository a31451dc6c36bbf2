import type { Role } from '@qingzhuang/contract';

/** The pages behind the account, in the order of the menu. */
export type WorkPlace = 'leader' | 'inbox' | 'gate' | 'draft' | 'planning' | 'caps' | 'catalogue' | 'demands' | 'admin';

/** A page stands in the menu of those whose posts can do something there; the register is for everyone. */
const FOR_ROLES: Readonly<Record<WorkPlace, readonly Role[] | 'everyone'>> = {
  leader: ['leader', 'office', 'supervisor', 'auditor'],
  inbox: ['bearer-clerk', 'unit-lead'],
  gate: ['office', 'unit-lead', 'leader'],
  draft: ['drafter', 'unit-lead', 'office'],
  planning: ['office', 'leader'],
  caps: ['office', 'leader', 'unit-lead', 'drafter', 'administrator'],
  catalogue: ['office', 'unit-lead', 'drafter', 'administrator', 'supervisor', 'auditor'],
  demands: 'everyone',
  admin: ['administrator', 'auditor', 'supervisor'],
};

const ORDER: readonly WorkPlace[] = [
  ...(['leader', 'inbox', 'gate', 'draft', 'planning', 'caps'] as const),
  ...(['catalogue', 'demands', 'admin'] as const),
];

/** What the menu offers a person with these roles. */
export function placesFor(roles: readonly Role[]): WorkPlace[] {
  return ORDER.filter((place) => {
    const allowed = FOR_ROLES[place];
    return allowed === 'everyone' || roles.some((role) => allowed.includes(role));
  });
}

/** Where a person with these roles begins the day. */
export function homeFor(roles: readonly Role[]): WorkPlace {
  if (roles.includes('office')) return 'gate';
  if (roles.includes('leader')) return 'leader';
  if (roles.includes('bearer-clerk')) return 'inbox';
  if (roles.includes('drafter') || roles.includes('unit-lead')) return 'draft';
  return roles.length > 0 && roles.every((role) => role === 'administrator') ? 'admin' : 'demands';
}
