import type { Area } from '@qingzhuang/analysis';

/** A line of words found on a picture. */
export interface RecognisedLine {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly area: Area;
}

/** Finds the lines of a picture in reading order. Throws whatever a broken picture makes it stumble over. */
export type Recogniser = (picture: Uint8Array) => Promise<readonly RecognisedLine[]>;
