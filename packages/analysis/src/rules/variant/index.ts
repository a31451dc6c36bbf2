import type { Rule } from '../rule.ts';
import { draftInForce } from './draft-in-force.ts';
import { oralOrder } from './oral-order.ts';
import { revived } from './revived.ts';
import { splitItem } from './split-item.ts';
import { thirdPartyName } from './third-party-name.ts';
import { voluntaryInName } from './voluntary-in-name.ts';

export const variantRules: readonly Rule[] = [
  draftInForce,
  oralOrder,
  revived,
  splitItem,
  thirdPartyName,
  voluntaryInName,
];
