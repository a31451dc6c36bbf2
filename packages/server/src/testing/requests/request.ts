import type { CountyWorld } from '../county-world.ts';
import type { SignedIn } from '../sign-in.ts';

/** What is asked of one endpoint, about a record of its own. */
export interface Asked {
  readonly input?: Readonly<Record<string, unknown>>;
  readonly ifMatch?: number;
  /** Stands in the reply when the record is shown, and nowhere else. */
  readonly trace?: string;
}

/** Makes a record of this unit, as far as the endpoint speaks of one, and asks for it. */
export type Ask = (world: CountyWorld, unit: string, by: SignedIn) => Promise<Asked> | Asked;
