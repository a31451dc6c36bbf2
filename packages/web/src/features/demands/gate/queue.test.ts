import { expect, test } from 'vitest';
import { inOrder, neighbour } from './queue.ts';

function waiting(id: string, likely: number, changedAt: string, submitted = true) {
  const totalMinutes = { low: likely, likely, high: likely };
  return { id, state: 'screened' as const, submitted, totalMinutes, changedAt };
}

test('the most hours stand first, then whoever waits longest; what was not submitted does not stand there', () => {
  const queue = inOrder([
    waiting('new', 60, '2026-11-20T02:00:00Z'),
    waiting('old', 60, '2026-11-19T02:00:00Z'),
    waiting('costly', 600, '2026-11-20T03:00:00Z'),
    waiting('draft', 6000, '2026-11-20T03:00:00Z', false),
  ]);
  expect(queue.map(({ id }) => id)).toEqual(['costly', 'old', 'new']);
});

test('the queue is walked one by one and ends at its ends', () => {
  const queue = [{ id: 'a' }, { id: 'b' }];
  expect(neighbour(queue, 'a', 1)).toBe('b');
  expect(neighbour(queue, 'b', 1)).toBeNull();
  expect(neighbour(queue, 'a', -1)).toBeNull();
  expect(neighbour(queue, null, 1)).toBe('a');
  expect(neighbour([], null, 1)).toBeNull();
});
