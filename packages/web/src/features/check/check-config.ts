import type { CheckConfig } from '@qingzhuang/analysis';

/** The configuration for the chosen profile; null is the plain `recommended` set. */
export function configOf(profile: string | null): CheckConfig {
  return profile === null ? {} : { extends: ['recommended', profile] };
}
