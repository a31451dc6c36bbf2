import { check } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { checkDocument, type Checkers } from './operations.ts';

export function checkRoutes(api: Api, checkers: Checkers, rateLimit: RateLimit): void {
  api.open(check.checkDocument, (context, request) => checkDocument(context, checkers, request), rateLimit);
}
