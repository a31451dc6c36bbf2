import type { Rule } from '../rule.ts';
import { banners } from './banners.ts';
import { dedicatedRoom } from './dedicated-room.ts';
import { hang } from './hang.ts';
import { wallRules } from './wall-rules.ts';

export const plaqueRules: readonly Rule[] = [banners, dedicatedRoom, hang, wallRules];
