import { afterAll, expect, inject, test } from 'vitest';
import { copyDataDirectory, removeDirectory } from '../data-directory.ts';
import { crash, type Crash, type Victim } from './run.ts';

const directory = await copyDataDirectory(inject('pristine'));
afterAll(() => removeDirectory(directory));

// Two starts of the whole program: seconds on an idle machine, minutes on a busy one.
const LONGEST_MS = 600_000;

test(
  'what is killed in the middle of work has kept all that was acknowledged, and recovers alone',
  { timeout: LONGEST_MS },
  async () => {
    const victims: Victim[] = ['program', 'database'];
    const crashes: Crash[] = [];
    for await (const one of crash(directory, victims)) crashes.push(one);

    expect(crashes.flatMap(({ losses }) => losses)).toEqual([]);
    expect(crashes.map(({ victim }) => victim)).toEqual(victims);
    expect(crashes.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
  },
);
