import { insights } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { readOverview } from './operations.ts';

export function insightRoutes(api: Api): void {
  api.on(insights.readOverview, readOverview);
}
