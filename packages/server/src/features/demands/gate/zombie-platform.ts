import { dayNumber, dayParts } from '@qingzhuang/analysis';
import { PLATFORM, registered } from './example.ts';
import type { GateCase, Platform } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';
import { normalised } from './listed.ts';

const IN_USE: Platform = { name: '巡塘通', isFiled: true, isClosed: false, lastUsedOn: '2026-03-01' };

export const zombiePlatform = defineGateRule({
  id: 'gate/zombie-platform',
  title: '僵尸或未备案平台',
  severity: 'warning',
  basis: ['app-2026.filing', 'gaotai.text'],
  suggestion: '改用已备案、在用的平台，由系统同步；停用的不再要求安装。',
  sameAs: ['platform/unfiled-app'],
  options: { idleMonths: { default: 2, source: 'gaotai', meaning: '几个月没有使用即为僵尸' } },
  kinds: ['platform'],
  missing: ({ facts }) => (facts.registers.platforms === null ? '平台登记' : null),
  examples: {
    fires: [
      ['not in the register', on({ ...IN_USE, name: '茶管家' })],
      ['not filed', on({ ...IN_USE, isFiled: false })],
      ['closed', on({ ...IN_USE, isClosed: true })],
      ['never used', on({ ...IN_USE, lastUsedOn: null })],
      ['not used for two months', on({ ...IN_USE, lastUsedOn: '2026-01-05' })],
    ],
    passes: [
      ['in use', on(IN_USE)],
      ['used a day less than two months ago', on({ ...IN_USE, lastUsedOn: '2026-01-06' })],
    ],
  },
  *find({ draft: { details }, facts, today }, { idleMonths }) {
    if (details.kind !== 'platform') return;
    const platform = facts.registers.platforms?.find(({ name }) => normalised(name) === normalised(details.name));
    const fault = faultOf(platform, { today, idleMonths });
    if (fault !== null) yield { message: `“${details.name}”${fault}。`, endsAll: true };
  },
});

function faultOf(
  platform: Platform | undefined,
  { today, idleMonths }: { readonly today: string; readonly idleMonths: number },
): string | null {
  if (platform === undefined) return '不在平台登记中';
  if (platform.isClosed) return '已经停用';
  if (!platform.isFiled) return '没有备案';
  if (platform.lastUsedOn === null) return '从未使用';
  return monthsBetween(platform.lastUsedOn, today) >= idleMonths ? `自 ${platform.lastUsedOn} 起没有使用` : null;
}

/** Whole months that have gone by. */
function monthsBetween(from: string, until: string): number {
  const [start, end] = [dayParts(dayNumber(from)), dayParts(dayNumber(until))];
  return (end.year - start.year) * 12 + end.month - start.month - (end.date < start.date ? 1 : 0);
}

function on(platform: Platform): GateCase {
  return registered(PLATFORM, { platforms: [platform] });
}
