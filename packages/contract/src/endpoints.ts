import { checkDocument } from './check.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { reportLiveness, reportMetrics, reportReadiness } from './health.ts';
import { readApiDocument, readApiPage } from './reference.ts';

/** Every endpoint of the API, by the name it has everywhere. */
export const endpoints = {
  checkDocument,
  readApiDocument,
  readApiPage,
  reportLiveness,
  reportReadiness,
  reportMetrics,
} as const satisfies Record<string, AnyEndpoint>;
