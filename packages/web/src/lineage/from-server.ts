import type { DeepReadonly, documents } from '@qingzhuang/contract';
import { hrefOf } from '../ui/route.ts';
import type { ShownLevel } from './chain-level.ts';

/** A level as the server has compared it, as the pages show it. */
export function shownLevel(level: DeepReadonly<documents.ChainLevel>): ShownLevel {
  const { id, demand, issuerName, minutes } = level;
  return {
    key: id,
    level: level.level,
    title: level.title,
    issuer: issuerName,
    datedOn: level.datedOn,
    href: demand === null ? hrefOf('documents', id) : hrefOf('demands', demand),
    comparison: level.comparison,
    minutes: minutes?.likely ?? null,
    minutesAdded: level.minutesAdded,
    bearers: level.bearers,
    hoursAdded: level.hoursAdded,
    measures: level.measures,
  };
}
