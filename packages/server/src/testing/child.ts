import type { TestTask } from './worker.ts';

process.on('disconnect', () => process.exit());
process.on('message', (task: TestTask) => {
  switch (task) {
    case 'answer':
      process.send?.(process.pid);
      return;
    case 'hang':
      for (;;);
    case 'crash':
      process.kill(process.pid, 'SIGSEGV');
      return;
    case 'eat-memory': {
      const eaten: Uint8Array[] = [];
      for (;;) eaten.push(new Uint8Array(10_000_000).fill(1));
    }
  }
});
