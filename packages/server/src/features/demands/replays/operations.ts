import { Refusal, type DeepReadonly, type demands, type replays } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { datedSettings } from '../../caps/index.ts';
import { replay } from '../demand.ts';
import { settingsOfGate, valuesOf } from '../gate/settings.ts';
import { afterFirst } from '../rescreening.ts';
import { screen } from '../screening.ts';
import { isVisible, listEvents } from '../store.ts';
import { factsFrom } from './basis.ts';
import { differencesOf } from './differences.ts';
import { findBasis } from './store.ts';

/** Screens a demand as it was screened then, and says whether it comes to what was recorded. */
export async function replayScreening(
  { db, actor }: Acting,
  { id, step }: { readonly id: string; readonly step: number },
): Promise<DeepReadonly<replays.ScreeningReplay>> {
  const key = { county: actor.county, id };
  const [mayBeSeen, events, basis] = await Promise.all([
    isVisible(db, actor, id),
    listEvents(db, key),
    findBasis(db, key, step),
  ]);
  const recorded = events[step - 1];
  if (!mayBeSeen || basis === undefined || recorded?.type !== 'demand-screened') throw new Refusal('no-such-record');
  const { at } = recorded.screening;
  const { draft, document, screening: before } = replay(events.slice(0, step - 1));
  const settings = await datedSettings(db, { versions: basis.settings });
  const facts = factsFrom(basis, { draft, document, at, settings: valuesOf(settings) });
  const screening = asStored(afterFirst(before, screen(draft, facts)));
  const differences = differencesOf(recorded.screening, screening);
  return { at, settings: settingsOfGate(settings), screening, equal: differences.length === 0, differences };
}

/** As it would stand in an event: what is not there is not said to be undefined. */
function asStored(screening: DeepReadonly<demands.Screening>): DeepReadonly<demands.Screening> {
  return JSON.parse(JSON.stringify(screening)) as demands.Screening;
}
