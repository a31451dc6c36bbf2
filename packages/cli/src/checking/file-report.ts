import type { CheckResult, Unread } from '@qingzhuang/analysis';

/** One file to check. */
export interface FileJob {
  /** As the person wrote it, with `/`. */
  readonly path: string;
  /** Relative to where the command runs: names the file in baselines and suppressions, however it was written. */
  readonly identity: string;
  /** The file's absolute path, or its bytes where there is no file (standard input). */
  readonly content: string | Uint8Array;
}

export type FileReport = CheckedFile | UnreadableReport;

export interface CheckedFile {
  readonly ok: true;
  readonly path: string;
  readonly identity: string;
  readonly text: string;
  readonly unread: readonly Unread[];
  readonly result: CheckResult;
  /** The document of the library that it was held against; absent when there was no library. */
  readonly superior?: LibraryDocument | null;
}

/** A document of a library. */
export interface LibraryDocument {
  /** From the folder that the library was built from. */
  readonly path: string;
  /** What was copied from it, 0 to 1. */
  readonly copiedShare: number;
}

/** The five codes of the readers, and what the file system or the program itself can say. */
export type FailureCode =
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'unsupported'
  | 'empty'
  | 'not-found'
  | 'no-permission'
  | 'not-a-file'
  | 'io-error'
  /** Of the library that the file is looked up in. */
  | 'library-damaged'
  | 'internal';

export interface UnreadableReport {
  readonly ok: false;
  readonly path: string;
  readonly error: { readonly code: FailureCode; readonly message: string };
}
