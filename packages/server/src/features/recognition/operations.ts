import { Refusal, type recognition } from '@qingzhuang/contract';
import { mayBeScan } from '@qingzhuang/readers';
import type { Context } from '../../platform/context.ts';
import { createChildProgram, type ChildProgram } from '../../platform/child-program.ts';
import { baseName } from '../checks/index.ts';
import { describeText } from './clarity.ts';
import type { RecognitionAnswer, RecognitionTask } from './worker.ts';

export type Recognisers = ChildProgram<RecognitionTask, RecognitionAnswer>;

/** The program that reads pictures: one at a time, since each takes all processors and most of a gigabyte. */
export function openRecognisers(): Recognisers {
  return createChildProgram({
    script: new URL('worker.ts', import.meta.url),
    mostTasks: 4,
    // A page takes two to four seconds, on a busy machine ten times that; a scan has up to ten.
    timeLimitMs: 120_000,
    mostMegabytes: 1_600,
    idleMs: 120_000,
  });
}

/** The words on a photo or a scan, with what is doubtful. Nothing of it is kept. */
export async function recogniseText(
  _: Context,
  given: { readonly base64: string } | { readonly file: File },
  recognisers: Recognisers,
): Promise<recognition.RecognisedText> {
  const name = 'file' in given ? baseName(given.file.name) : '';
  const bytes = 'file' in given ? new Uint8Array(await given.file.arrayBuffer()) : Buffer.from(given.base64, 'base64');
  if (bytes.length === 0) throw new Refusal('empty');
  if (!mayBeScan(bytes)) throw new Refusal('unsupported');
  const answer = await recognisers.run({ name, bytes });
  if ('refusal' in answer) throw new Refusal(answer.refusal);
  return describeText(answer.lines, answer.unreadPages);
}
