import { Refusal, type Access, type Role } from '@qingzhuang/contract';

/** One role for one unit. */
export interface Post {
  readonly unit: string;
  readonly role: Role;
}

/** Who is asking. */
export interface Actor {
  /** The number of the person. */
  readonly person: string;
  readonly name: string;
  /** Six digits: the tenant that everything the actor sees and does lies in. */
  readonly county: string;
  readonly posts: readonly Post[];
}

/** The person behind a request's cookie or token, if there is one. */
export type FindActor = (request: Request) => Promise<Actor | undefined>;

export function holdsRole({ posts }: Actor, role: Role, unit?: string): boolean {
  return posts.some((post) => post.role === role && (unit === undefined || post.unit === unit));
}

/** Throws `not-allowed` unless the actor holds one of the roles for this unit. */
export function assertActsFor(actor: Actor, unit: string, ...roles: readonly Role[]): void {
  if (!roles.some((role) => holdsRole(actor, role, unit))) throw new Refusal('not-allowed');
}

/** Throws unless the endpoint is open to the actor at all. */
export function assertMayCall(actor: Actor | undefined, access: Access): asserts actor is Actor {
  if (actor === undefined) throw new Refusal('not-signed-in');
  if (typeof access === 'string') return;
  if (!actor.posts.some(({ role }) => access.includes(role))) throw new Refusal('not-allowed');
}
