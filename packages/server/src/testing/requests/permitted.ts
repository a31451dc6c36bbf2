import type { Role } from '@qingzhuang/contract';
import { accessRows } from '../../access/matrix.ts';
import type { CountyWorld } from '../county-world.ts';
import type { SignedIn } from '../sign-in.ts';
import { requests } from './all.ts';
import type { Asked } from './request.ts';

/** A request that is right, by somebody who may send it. */
export interface Permitted {
  readonly by: SignedIn;
  readonly ask: Asked;
}

/** The request of this name by whoever the table lets through first, about a record that he may ask about. */
export async function permittedRequest(world: CountyWorld, name: string): Promise<Permitted> {
  const { by, unit } = await whoMay(world, name);
  return { by, ask: (await requests[name]?.(world, unit, by)) ?? {} };
}

async function whoMay(world: CountyWorld, name: string): Promise<{ by: SignedIn; unit: string }> {
  const { units } = world;
  const row = accessRows.find((one) => one.name === name);
  const cell = row?.cells.find(({ outcome }) => outcome === 'yes') ?? row?.cells[0];
  if (cell === undefined) throw new Error(`${name} has no row`);
  const { role, relation } = cell;
  if (relation === 'below') return { by: await world.actor(role, units.county), unit: units.town };
  const homes: Readonly<Partial<Record<Role, string>>> = {
    drafter: units.town,
    'unit-lead': units.town,
    'bearer-clerk': units.town,
    administrator: units.county,
  };
  const home = homes[role] ?? units.office;
  return { by: await world.actor(role, home), unit: home };
}
