import { Refusal } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { createMemoryBudget, type MemoryBudget } from './memory-budget.ts';

function takeAtOnce(within: MemoryBudget, bytes: number): Promise<string> {
  return within((take) => {
    take(bytes);
    return Promise.resolve('done');
  });
}

test('what fits is done, what no longer fits is refused until there is room again', async () => {
  const within = createMemoryBudget(10);
  const running = within(async (take) => {
    take(2);
    take(4);
    expect(await takeAtOnce(within, 4)).toBe('done');
    await expect(takeAtOnce(within, 5)).rejects.toEqual(new Refusal('busy', { retryAfterSeconds: 2 }));
    return 'done';
  });

  expect(await running).toBe('done');
  expect(await takeAtOnce(within, 10)).toBe('done');
});

test('work that fails gives its room back', async () => {
  const within = createMemoryBudget(10);
  const failing = within((take) => {
    take(10);
    return Promise.reject(new Error('broken'));
  });

  await expect(failing).rejects.toThrow('broken');
  expect(await takeAtOnce(within, 10)).toBe('done');
});
