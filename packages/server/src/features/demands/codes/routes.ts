import { codes } from '@qingzhuang/contract';
import type { Api } from '../../../platform/api.ts';
import { createRateLimit } from '../../../platform/rate-limit.ts';
import {
  listRegister,
  listRegisters,
  makeSlip,
  readCodeOrToken,
  readRegisterFeed,
  type CodeTools,
} from './operations.ts';
import { renderSlip, renderSlipImage } from './slip.ts';

/** Of one address. Enough for a village office behind one address; far too few to try all 2²⁰ codes of a year. */
const LOOKUPS_PER_MINUTE = 120;

export function codeRoutes(api: Api, tools: CodeTools, milliseconds?: () => number): void {
  const limit = createRateLimit(LOOKUPS_PER_MINUTE, milliseconds);
  api.open(codes.readCode, (context, { code }) => readCodeOrToken(context, code, tools), limit);
  api.open(codes.listRegisters, ({ db }) => listRegisters(db), limit);
  api.open(codes.listRegister, listRegister, limit);
  api.open(
    codes.readRegisterFeed,
    (context, { county }, { request }) =>
      readRegisterFeed(context, { county, url: new URL(tools.url ?? request.url).origin }),
    limit,
  );
  api.on(codes.readSlip, async (acting, { id }) => renderSlip(await makeSlip(acting, id, tools)));
  api.on(codes.readSlipImage, async (acting, { id }) => renderSlipImage(await makeSlip(acting, id, tools)));
}
