// Threads do not inherit the compile cache of the program, and loading the sources without it costs each 60 ms.
import module from 'node:module';

module.enableCompileCache();
await import('./worker.ts');
