import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const Liveness = z.object({ status: z.literal('up') }).meta({ id: 'Liveness' });

export const Readiness = z
  .object({
    status: z.literal('ready'),
    /** The last migration that landed. */
    schema: z.string(),
  })
  .meta({ id: 'Readiness' });

export const reportLiveness = endpoint('GET /healthz', { summary: '程序是否在运行。', reply: Liveness });

export const reportReadiness = endpoint('GET /readyz', {
  summary: '数据库是否连通、结构是否最新。',
  reply: Readiness,
  refusals: ['not-ready'],
});

export const reportMetrics = endpoint('GET /metrics', {
  summary: '运行指标（Prometheus 文本格式）。',
  reply: z.string(),
  media: 'text/plain',
});
