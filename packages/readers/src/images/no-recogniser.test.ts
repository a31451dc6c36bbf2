import { expect, test } from 'vitest';
import { openRecogniser } from './no-recogniser.ts';

test('a browser has no engine', async () => {
  expect(await openRecogniser()).toBeUndefined();
});
