import { BlockList, isIP, isIPv6 } from 'node:net';

/** Which addresses the program may talk to of its own accord. */
export interface Network {
  /** `inner` are those that the operator has let through; everything else that is not public is `forbidden`. */
  reach(address: string): 'public' | 'inner' | 'forbidden';
  /** Whether the operator has let any through. */
  readonly hasInner: boolean;
}

// IANA special-purpose registries (RFC 6890 and updates): what is not one host on the public network.
const NOT_PUBLIC: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  // Of IPv6 only 2000::/3 is public; of that not what carries an address of IPv4 or stands in examples.
  ...['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
];

/** `inner` are ranges such as `10.20.0.0/16`; see `isRange`. */
export function createNetwork(inner: readonly string[] = []): Network {
  const [isNotPublic, isInner] = [inRanges(NOT_PUBLIC), inRanges(inner)];
  return {
    hasInner: inner.length > 0,
    reach(address) {
      const plain = unmapped(address);
      if (isIP(plain) === 0) return 'forbidden';
      if (isInner(plain)) return 'inner';
      return isNotPublic(plain) ? 'forbidden' : 'public';
    },
  };
}

/** Whether the text is an address with the length of its prefix. */
export function isRange(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

function inRanges(ranges: readonly string[]): (address: string) => boolean {
  // A list takes an address of IPv4 for one of IPv6 as well, so each family has its own.
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    lists[familyOf(address)].addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => lists[familyOf(address)].check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** An address of IPv4 may come in the clothes of IPv6, in decimal or hexadecimal. */
function unmapped(address: string): string {
  const url = isIPv6(address) ? URL.parse(`http://[${address}]`) : null;
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(url?.hostname ?? '') ?? [];
  if (high === undefined || low === undefined) return address;
  const [upper, lower] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [upper >> 8, upper & 255, lower >> 8, lower & 255].join('.');
}
