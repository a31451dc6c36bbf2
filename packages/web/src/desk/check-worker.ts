/** Runs in a module worker: reading and checking happen here, so the page never freezes and nothing is uploaded. */
import { createChecker, type SourceText } from '@qingzhuang/analysis';
import { readBytes, UnreadableFile } from '@qingzhuang/readers';
import type { CheckReply, CheckRequest, DescribeRequest, FailureCode } from './check-protocol.ts';
import { configOf, describeRules, titlesOf } from './describe-rules.ts';

addEventListener('message', ({ data }: MessageEvent<CheckRequest | DescribeRequest>) => {
  if ('describe' in data) reply({ id: data.id, kind: 'described', rulebook: describeRules() });
  else void answer(data);
});

async function answer(request: CheckRequest): Promise<void> {
  try {
    const source = await readInput(request);
    reply({ id: request.id, kind: 'stage', stage: 'checking' });
    const began = performance.now();
    const result = createChecker(configOf(request.profile)).check(source, request.facts);
    const milliseconds = performance.now() - began;
    reply({ id: request.id, kind: 'done', source, result, titles: titlesOf(result.findings), milliseconds });
  } catch (error) {
    reply({ id: request.id, kind: 'failed', code: codeOf(error) });
    // A fault of our own still reaches the browser's console, where a developer can find it.
    if (!(error instanceof UnreadableFile)) reportError(error);
  }
}

async function readInput({ id, input }: CheckRequest): Promise<SourceText> {
  if ('source' in input) return input.source;
  reply({ id, kind: 'stage', stage: 'reading' });
  // Pasted text takes the road of text files, so that chat logs are recognised; the mark at its front says UTF-8.
  const file = 'file' in input ? input.file : new File(['\uFEFF', input.text], 'pasted.txt');
  const { source } = await readBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  return source;
}

function codeOf(error: unknown): FailureCode {
  return error instanceof UnreadableFile ? error.code : 'crashed';
}

function reply(message: CheckReply): void {
  postMessage(message);
}
