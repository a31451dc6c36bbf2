#!/usr/bin/env node
import { spawn } from 'node:child_process';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  // Keeps what stripping the types and compiling gave; it halves the start.
  module.enableCompileCache();
  await import('../src/main.ts');
} else {
  runWithPinnedNode();
}

/** An older Node hands over to the one that the repository pins. */
function runWithPinnedNode() {
  const node = fileURLToPath(import.meta.resolve('node/bin/node'));
  const program = fileURLToPath(import.meta.url);
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  child.on('error', (error) => {
    console.error(`qingzhuang: 无法启动 Node 24（${error.code}）。请在项目目录里运行 npm ci。`);
    process.exit(3);
  });
}
