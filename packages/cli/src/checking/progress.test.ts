import { expect, test } from 'vitest';
import { recordTerminal } from '../testing/terminal.ts';
import { createProgress } from './progress.ts';

/** Draws after each of these moments, in milliseconds since the start. */
function drawAt(moments: readonly number[], errIsTerminal: boolean): string {
  const terminal = recordTerminal({ errIsTerminal });
  const times = [0, ...moments].values();
  const progress = createProgress(4, terminal, { now: () => times.next().value ?? 0 });
  moments.forEach(() => progress.advance());
  progress.clear();
  return terminal.messages();
}

test('long work on a terminal draws a bar, not too often, and removes it', () => {
  expect(drawAt([499, 500, 599, 600], true)).toBe(
    '\r\u001B[2K检查中 ████████████░░░░░░░░░░░░ 2/4\r\u001B[2K检查中 ████████████████████████ 4/4\r\u001B[2K',
  );
});

test('short work draws nothing, and neither does work outside a terminal', () => {
  expect(drawAt([100, 200, 300, 499], true)).toBe('');
  expect(drawAt([500, 1000, 1500, 2000], false)).toBe('');
});
