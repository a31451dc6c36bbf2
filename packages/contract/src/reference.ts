import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const readApiDocument = endpoint('GET /api/v1/openapi.json', {
  summary: '本接口的 OpenAPI 3.1 文档。',
  reply: z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }).meta({ id: 'ApiDocument' }),
});

export const readApiPage = endpoint('GET /api/docs', {
  summary: '接口说明页。',
  reply: z.string(),
  media: 'text/html',
});
