import { z } from 'zod';

/**
 * `open`: being filled. `awaiting-approval`: with the township. `sent-back`: the township wants something corrected, see
 * `words`. `sent`: the demand is answered. `produced`: every value was known and fresh, the system has answered and
 * nobody has to do anything. `reopened`: was sent or produced, and somebody of the unit found something wrong.
 */
export const FillState = z
  .enum(['open', 'awaiting-approval', 'sent-back', 'sent', 'produced', 'reopened'])
  .meta({ id: 'FillState', description: '填到哪一步：在填、待乡镇核、乡镇退改、已送出、系统已办、重新打开' });
export type FillState = z.infer<typeof FillState>;
