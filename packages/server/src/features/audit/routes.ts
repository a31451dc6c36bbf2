import { audit, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import type { Context } from '../../platform/context.ts';
import type { Actor } from '../../platform/actor.ts';
import type { SigningKeys } from '../../platform/signing-keys.ts';
import { isVisible } from '../demands/index.ts';
import { listKeys, makeReceipt, proveLogConsistency, readCheckpoint, rotateKey, sequenceLog } from './operations.ts';

export function auditRoutes(api: Api, keys: SigningKeys): void {
  /** What is asked for holds all that was committed before. */
  async function upToDate<Input>({ db, clock }: Context, input: Input, { county }: Actor): Promise<Input> {
    await sequenceLog({ db, clock, keys }, county);
    return input;
  }

  api.open(audit.listKeys, (_, { county }) => listKeys(keys, county));
  api.on(audit.rotateKey, (acting) => rotateKey(acting, keys));
  api.onPrepared(audit.readCheckpoint, upToDate, readCheckpoint);
  api.onPrepared(audit.proveConsistency, upToDate, proveLogConsistency);
  api.onPrepared(audit.readReceipt, upToDate, async (acting, { id, step }) => {
    if (!(await isVisible(acting.db, acting.actor, id))) throw new Refusal('no-such-record');
    return makeReceipt(acting, 'demand_event', { demand: id, version: step });
  });
}
