import { expect, test } from 'vitest';
import { nameDeed } from './name-deed.ts';

test('every act has a name of its own, a version 4 UUID', () => {
  const names = Array.from({ length: 50 }, nameDeed);

  expect(new Set(names).size).toBe(50);
  for (const name of names)
    expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
});
