/**
 * Bytes of a file in, text and tables with places out. Runs in Node and in browsers alike: no file system, no network,
 * no Node API. Format libraries are loaded on first use, so plain text costs nothing and a bundler splits them off.
 *
 * PDF files are read in the calling thread and need no worker file, no fonts and no network: the Chinese character maps
 * are part of the program. A page that must stay responsive calls `readBytes` from a worker of its own.
 * Photos and scanned pages are read under Node only, where the optional engine is installed and `recognise` asks for it.
 * Limits stand in `limits.ts`; everything that cannot be read throws `UnreadableFile`.
 */
export { readBytes, type ReadFile, type ReadOptions } from './read-bytes.ts';
export { readChat } from './chat.ts';
export { fillFile } from './fill-file.ts';
export type { CellFill, FilledFile, FillNote, FillType, FormFill, RecordsFill } from './form-fill.ts';
export { isPicture, mayBeScan } from './detect.ts';
export { READABLE_EXTENSIONS, type FileFormat } from './file-format.ts';
export { canRecognise } from './images/image.ts';
export { MOST_FILE_BYTES } from './limits.ts';
export { UnreadableFile, type UnreadableCode } from './unreadable-file.ts';
