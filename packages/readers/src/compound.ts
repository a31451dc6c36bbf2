import { find, read, type CFB$Container } from 'cfb';
import { UnreadableFile } from './unreadable-file.ts';

/** An OLE compound file: the container of Word 97, Excel 97 and of encrypted newer files. */
export interface Compound {
  readonly has: (stream: string) => boolean;
  readonly read: (stream: string) => Uint8Array | undefined;
}

export function openCompound(bytes: Uint8Array): Compound {
  let container: CFB$Container;
  try {
    container = read(bytes, { type: 'array' });
  } catch (error) {
    throw new UnreadableFile('damaged', { cause: error });
  }
  return {
    has: (stream) => find(container, stream) !== null,
    read(stream) {
      const content = find(container, stream)?.content;
      return content === undefined ? undefined : Uint8Array.from(content);
    },
  };
}
