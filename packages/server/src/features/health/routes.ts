import { health, Refusal, type DeepReadonly } from '@qingzhuang/contract';
import type { z } from 'zod';
import type { Api } from '../../platform/api.ts';
import type { Context } from '../../platform/context.ts';
import { findCurrentSchema } from '../../platform/migrate.ts';

export function healthRoutes(api: Api): void {
  api.open(health.reportLiveness, () => ({ status: 'up' as const }));
  api.open(health.reportReadiness, reportReadiness);
  api.open(health.reportMetrics, ({ metrics }) => metrics.read());
}

async function reportReadiness({ db, migrations }: Context): Promise<DeepReadonly<z.infer<typeof health.Readiness>>> {
  // An unreachable database is the answer here, not a defect.
  const schema = await findCurrentSchema(db, migrations).catch(() => undefined);
  if (schema === undefined) throw new Refusal('not-ready', { retryAfterSeconds: 1 });
  return { status: 'ready', schema };
}
