import { Refusal } from '@qingzhuang/contract';
import { afterEach, expect, test } from 'vitest';
import type { TestTask } from '../testing/worker.ts';
import { createChildProgram, type ChildProgram, type ChildProgramOptions } from './child-program.ts';

const programs: ChildProgram<TestTask, number>[] = [];

/** Answers with the number of its process. */
function open(options: Partial<ChildProgramOptions> = {}): ChildProgram<TestTask, number> {
  const script = new URL('../testing/child.ts', import.meta.url);
  const limits = { mostTasks: 2, timeLimitMs: 20_000, mostMegabytes: 400, idleMs: 60_000 };
  const program = createChildProgram<TestTask, number>({ script, ...limits, ...options });
  programs.push(program);
  return program;
}

afterEach(() => Promise.all(programs.splice(0).map((program) => program.stop())));

test('one program answers task after task, and not in this process', async () => {
  const program = open();
  const [first, second] = await Promise.all([program.run('answer'), program.run('answer')]);

  expect(first).toBe(second);
  expect(first).not.toBe(process.pid);
});

test('a task beyond those that may wait is refused with the time to come again', async () => {
  const program = open();
  const waiting = [program.run('answer'), program.run('answer')];

  await expect(program.run('answer')).rejects.toMatchObject({ code: 'busy', facts: { retryAfterSeconds: 10 } });
  await Promise.all(waiting);
  await expect(program.run('answer')).resolves.toBeGreaterThan(0);
});

test.each([
  ['hangs', 'hang', 'took-too-long', 1_000],
  ['crashes outside of JavaScript', 'crash', 'damaged', 20_000],
] as const)('a task that %s is refused, and a new program does the next', async (_, task, code, timeLimitMs) => {
  const program = open({ timeLimitMs });

  await expect(program.run(task)).rejects.toEqual(new Refusal(code));
  await expect(program.run('answer')).resolves.toBeGreaterThan(0);
});

test.skipIf(process.platform !== 'linux')(
  'a task that takes memory outside of JavaScript is refused (memory is measured on Linux)',
  async () => {
    await expect(open().run('eat-memory')).rejects.toEqual(new Refusal('too-large'));
  },
);

test('a program that has had nothing to do is ended, and begun anew', async () => {
  const program = open({ idleMs: 0 });
  const first = await program.run('answer');

  await expect.poll(() => isRunning(first)).toBe(false);
  expect(await program.run('answer')).not.toBe(first);
});

test('a stopped program refuses', async () => {
  const program = open();
  await program.stop();

  await expect(program.run('answer')).rejects.toMatchObject({ code: 'busy' });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
