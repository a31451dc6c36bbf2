import type { Area } from '@qingzhuang/analysis';

/** A line of words found on a picture. */
export interface RecognisedLine {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly area: Area;
}

/** A picture taken out of its file, row by row. */
export interface RawPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 3 and 4 are colours. */
  readonly channels: 1 | 3 | 4;
  /** Degrees clockwise by which it has to be turned to be read. */
  readonly turn: number;
}

/**
 * Finds the lines of a picture in reading order; of a whole file it obeys what the camera has noted about its turn.
 * Throws whatever a broken picture makes it stumble over.
 */
export type Recogniser = (picture: Uint8Array | RawPicture) => Promise<readonly RecognisedLine[]>;

/** A photo of the largest telephones; a small file may claim any size. */
export const MOST_PIXELS = 120_000_000;
