import type { RefusalCode } from '@qingzhuang/contract';
import { canRecognise, readBytes, UnreadableFile } from '@qingzhuang/readers';
import type { RecognisedLine } from './clarity.ts';

/** A photo or a scan, to be read in a process of its own. */
export interface RecognitionTask {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type RecognitionAnswer =
  | { readonly lines: readonly RecognisedLine[]; readonly unreadPages: readonly number[] }
  | { readonly refusal: RefusalCode };

// The server is gone: there is nobody left to answer.
process.on('disconnect', () => process.exit());
process.on('message', (task: RecognitionTask) => {
  void answer(task).then((reply) => process.send?.(reply));
});

async function answer({ name, bytes }: RecognitionTask): Promise<RecognitionAnswer> {
  if (!(await canRecognise())) return { refusal: 'no-recogniser' };
  try {
    const { source } = await readBytes(bytes, name, { recognise: true });
    const { text, blocks, unread } = source;
    if (text === '') return { refusal: 'empty' };
    return {
      lines: blocks.map(({ start, end, place, confidence = 1 }) => {
        return { text: text.slice(start, end), page: place.page ?? 1, confidence };
      }),
      unreadPages: unread.flatMap(({ kind, place }) => (kind === 'scanned-page' ? [place.page ?? 1] : [])),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refusal: error.code };
    throw error;
  }
}
