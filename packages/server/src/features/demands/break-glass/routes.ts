import { breakGlass } from '@qingzhuang/contract';
import type { Api } from '../../../platform/api.ts';
import { openBreakGlass } from './operations.ts';
import { listBreakGlass } from './store.ts';

export function breakGlassRoutes(api: Api): void {
  api.on(breakGlass.openBreakGlass, openBreakGlass);
  api.on(breakGlass.listBreakGlass, ({ db, actor }, page) => listBreakGlass(db, actor.county, page));
}
