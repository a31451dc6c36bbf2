/** What a code is worth to whoever holds the notice in his hands. */
import type { codes, demands } from '@qingzhuang/contract';

const STATUS_IN: Readonly<Partial<Record<demands.DemandState, codes.CodeStatus>>> = {
  admitted: 'admitted',
  running: 'admitted',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  expired: 'expired',
  closed: 'closed',
  reviewed: 'closed',
};

/** On `expiresOn` itself a demand is still valid; from the next day on it is not, whatever its state says. */
export function statusOf(
  { state, expiresOn }: { readonly state: demands.DemandState; readonly expiresOn: string },
  today: string,
): codes.CodeStatus {
  const status = STATUS_IN[state] ?? 'never-admitted';
  return (status === 'admitted' || status === 'suspended') && today > expiresOn ? 'expired' : status;
}

/** What a bearer is told. */
export const STATUS_WORDS: Readonly<Record<codes.CodeStatus, string>> = {
  admitted: '已准入，有效',
  suspended: '已暂停，暂时不必办理',
  expired: '已到期，不必再办',
  withdrawn: '已撤回，不必办理',
  closed: '已办结',
  'never-admitted': '从未准入，可以不办',
  mistyped: '事项码输入有误，请核对',
};
