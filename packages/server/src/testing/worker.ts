import { parentPort } from 'node:worker_threads';

/** What a test can make a worker do. */
export type TestTask = 'answer' | 'hang' | 'crash' | 'eat-memory';

parentPort?.on('message', (task: TestTask) => {
  switch (task) {
    case 'answer':
      parentPort?.postMessage('done');
      return;
    case 'hang':
      for (;;);
    case 'crash':
      throw new Error('broken');
    case 'eat-memory': {
      const eaten: string[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => `${index}`));
    }
  }
});
