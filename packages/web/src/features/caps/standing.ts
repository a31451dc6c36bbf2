import type { caps, DeepReadonly } from '@qingzhuang/contract';

type Cap = DeepReadonly<caps.Cap>;

/** An issuer with its caps of one year. */
export interface IssuerCaps {
  readonly issuer: string;
  readonly issuerName: string;
  readonly caps: readonly Cap[];
  /** The fullest of those that were granted; null where none was. */
  readonly fullest: (Cap & { readonly granted: number }) | null;
  readonly overCap: number;
}

/** The caps by issuer, whoever has used the most of one of its own first. */
export function byIssuer(all: readonly Cap[]): IssuerCaps[] {
  const groups = new Map<string, Cap[]>();
  for (const cap of all) groups.set(cap.issuer, [...(groups.get(cap.issuer) ?? []), cap]);
  return [...groups.values()].map(standingOf).toSorted((one, other) => shareOf(other.fullest) - shareOf(one.fullest));
}

function standingOf(own: readonly Cap[]): IssuerCaps {
  const [{ issuer, issuerName } = { issuer: '', issuerName: '' }] = own;
  const granted = own.flatMap((cap) => (cap.granted === null ? [] : [{ ...cap, granted: cap.granted }]));
  return {
    ...{ issuer, issuerName, caps: own },
    fullest: granted.toSorted((one, other) => shareOf(other) - shareOf(one))[0] ?? null,
    // One demand counts in its kind and in minutes: its kind is enough.
    overCap: own.filter(({ measure }) => measure !== 'minutes').reduce((sum, { overCap }) => sum + overCap, 0),
  };
}

/** Used of granted; below zero where nothing was granted to compare with. */
export function shareOf(cap: Pick<Cap, 'used' | 'granted'> | null): number {
  const { used, granted } = cap ?? { used: 0, granted: null };
  if (granted === null) return -1;
  return granted > 0 ? used / granted : used > 0 ? Number.MAX_VALUE : 0;
}

/** Nothing more may pass. A cap of none that is not used is no fault of anybody. */
export function isFull({ fullest }: IssuerCaps): boolean {
  return fullest !== null && fullest.used > 0 && fullest.used >= fullest.granted;
}
