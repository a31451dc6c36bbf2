import type { Acting } from '../../../../platform/context.ts';
import { insertLookUp } from './store.ts';

/** What was looked at, for whom and why. */
export interface Look {
  /** The unit in whose name. */
  readonly by: string;
  /** The unit whose data it is; null where single subjects were asked for. */
  readonly unit: string | null;
  readonly elements: readonly string[];
  /** How many subjects. */
  readonly subjects: number;
  readonly purpose: string;
  readonly demand?: string | null;
}

/** Notes that personal data was looked at, where there was any; the row is an entry of the audit log. */
export async function logLookUp(acting: Acting, look: Look): Promise<void> {
  if (look.elements.length > 0 && look.subjects > 0) await logQuery(acting, look);
}

/** Notes that somebody was asked for by name or number, whatever was found: to find nobody is an answer as well. */
export async function logQuery({ db, clock, chance, actor }: Acting, look: Look): Promise<void> {
  await insertLookUp(db, actor.county, {
    ...look,
    elements: [...look.elements],
    demand: look.demand ?? null,
    id: chance.id(),
    person: actor.person,
    at: clock.now().toISOString(),
  });
}
