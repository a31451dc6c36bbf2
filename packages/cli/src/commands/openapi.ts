import { EXIT, type ExitCode } from '../failures.ts';
import { wantsHelp } from '../options.ts';
import type { Terminal } from '../terminal.ts';

/** `qingzhuang openapi`: prints the description of the HTTP interface as JSON. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (wantsHelp(args)) {
    await terminal.out('用法：qingzhuang openapi > openapi.json\n\n输出 HTTP 接口说明（OpenAPI 3.1）。\n');
    return EXIT.clean;
  }
  const { apiDocument } = await import('@qingzhuang/server');
  await terminal.out(`${JSON.stringify(apiDocument, null, 2)}\n`);
  return EXIT.clean;
}
