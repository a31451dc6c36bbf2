import { Refusal } from '@qingzhuang/contract';
import { useState } from 'react';
import { isPhoto, type Upload } from './uploads.ts';

interface Sending {
  readonly error: Error | null;
  readonly reset: () => void;
  readonly send: (upload: Upload) => void;
}

interface Scan {
  /** The photo or scan whose words are being checked. */
  readonly scan: File | null;
  /** What went wrong, besides that the words of a file have to be checked first. */
  readonly failure: Error | null;
  /** Sends the first of the files at once, or lets its words be checked when it is a photo. */
  readonly takeFiles: (files: readonly File[]) => void;
  readonly close: () => void;
}

/** Files on their way to the server: photos wait for their words, and scans when the server has found that they are. */
export function useScan({ error, reset, send }: Sending): Scan {
  const [taken, setTaken] = useState<File | null>(null);
  const [scan, setScan] = useState<File | null>(null);
  const isUnchecked = error instanceof Refusal && error.code === 'needs-transcript';
  if (isUnchecked && scan !== taken) setScan(taken);
  return {
    scan,
    failure: isUnchecked ? null : error,
    takeFiles([file]) {
      if (file === undefined) return;
      reset();
      setTaken(file);
      setScan(isPhoto(file) ? file : null);
      if (!isPhoto(file)) send({ file });
    },
    close() {
      reset();
      setScan(null);
    },
  };
}
