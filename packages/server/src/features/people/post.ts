import { Refusal, type people, type Role } from '@qingzhuang/contract';

/** What nobody may make himself: those who decide on demands, and those who watch them do it. */
const NEEDS_ANOTHER: readonly Role[] = ['office', 'leader', 'supervisor', 'auditor'];

const COUNTY_LEVEL: readonly Role[] = ['office', 'leader', 'supervisor', 'auditor'];

/**
 * Refuses a post where its role does not exist. Who decides for the county, watches over it or keeps its accounts does
 * so for all of it, so none of them can belong to a town or a village.
 */
export function assertExistsAt(role: Role, unit: string): void {
  const isAtHome = role === 'administrator' ? unit.endsWith('000000') : unit.slice(6, 9) === '000';
  const needsCounty = role === 'administrator' || COUNTY_LEVEL.includes(role);
  if (isAtHome || !needsCounty) return;
  const detail = role === 'administrator' ? '管理员只设在县本级' : '这个岗位只设在县本级或县直单位';
  throw new Refusal('invalid-input', { errors: [{ pointer: '/unit', detail }] });
}

/** Whether a grant waits for another administrator. */
export function needsConfirmation(grant: { readonly person: string; readonly role: Role }, by: string): boolean {
  return grant.person === by && NEEDS_ANOTHER.includes(grant.role);
}

/** Refuses a confirmation of what has been decided, and by whoever granted or would hold the post. */
export function assertMayConfirm(post: Pick<people.Post, 'state' | 'person' | 'grantedBy'>, by: string): void {
  if (post.state !== 'awaiting') throw new Refusal('wrong-state');
  if (post.person === by || post.grantedBy === by) throw new Refusal('four-eyes');
}

/** Refuses to end what has ended, and to leave a county without anybody who could grant a post. */
export function assertMayWithdraw(post: Pick<people.Post, 'state' | 'role'>, administratorsLeft: number): void {
  if (post.state === 'ended') throw new Refusal('wrong-state');
  if (post.role === 'administrator' && administratorsLeft === 0) throw new Refusal('wrong-state');
}
