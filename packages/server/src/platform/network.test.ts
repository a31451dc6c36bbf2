import { describe, expect, test } from 'vitest';
import { createNetwork, isRange } from './network.ts';

describe('without a setting', () => {
  const network = createNetwork();

  test.each(['8.8.8.8', '223.5.5.5', '172.32.0.1', '::ffff:8.8.8.8', '2400:3200::1'])('%s is public', (address) => {
    expect(network.reach(address)).toBe('public');
  });

  test.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1'],
    // An address of IPv4 inside one of IPv6.
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '2002:7f00:1::', '::7f00:1'],
    ...['', 'localhost', '1.2.3', '999.1.1.1'],
  ])('%s is forbidden', (address) => {
    expect(network.reach(address)).toBe('forbidden');
  });
});

test('what the operator lets through is inner, in either spelling, and its neighbours stay forbidden', () => {
  const network = createNetwork(['10.20.0.0/16', 'fd00:20::/32']);

  expect(['10.20.0.1', '::ffff:10.20.255.255', 'fd00:20::1'].map((address) => network.reach(address))).toEqual([
    'inner',
    'inner',
    'inner',
  ]);
  expect(['10.21.0.1', '10.19.255.255', 'fd00:21::1', '127.0.0.1'].map((address) => network.reach(address))).toEqual([
    'forbidden',
    'forbidden',
    'forbidden',
    'forbidden',
  ]);
});

test.each([
  ['10.20.0.0/16', true],
  ['fd00::/8', true],
  ['127.0.0.1/32', true],
  ['127.0.0.1/33', false],
  ['127.0.0.1', false],
  ['127.0.0.1/', false],
  ['10.0.0.0/8/8', false],
  ['gate.example/8', false],
])('%s as a range: %s', (text, expected) => {
  expect(isRange(text)).toBe(expected);
});
