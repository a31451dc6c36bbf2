import { Refusal } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

let now = 0;

function takeMany(take: RateLimit, address: string, times: number): void {
  for (let time = 0; time < times; time += 1) take(address);
}

test('an address may use its minute at once and is then told when to come again', () => {
  now = 0;
  const take = createRateLimit(60, () => now);
  takeMany(take, 'a', 60);

  expect(() => take('a')).toThrow(new Refusal('too-many-requests', { retryAfterSeconds: 1 }));
});

test('what is used up comes back evenly', () => {
  now = 0;
  const take = createRateLimit(60, () => now);
  takeMany(take, 'a', 60);

  now = 2_000;
  takeMany(take, 'a', 2);
  expect(() => take('a')).toThrow(Refusal);
});

test('addresses do not share', () => {
  const take = createRateLimit(1, () => 0);
  take('a');

  expect(() => take('b')).not.toThrow();
  expect(() => take('a')).toThrow(Refusal);
});

test('a slow allowance names its long wait', () => {
  const take = createRateLimit(1, () => 0);
  take('a');

  expect(() => take('a')).toThrow(new Refusal('too-many-requests', { retryAfterSeconds: 60 }));
});
