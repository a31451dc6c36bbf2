import type sharpLibrary from 'sharp';
import type { Sharp } from 'sharp';
import { MOST_PIXELS, type RawPicture, type Recogniser, type RecognisedLine } from './recognised-line.ts';

/** The longest side of a picture that is looked at: small print of an A4 page stays legible, a page takes seconds. */
const LONGEST_SIDE = 1920;
/** The engine's own store of memory for the next picture is larger than the models. */
const SMALL = { enableCpuMemArena: false, enableMemPattern: false };

interface FoundLine {
  readonly text: string;
  readonly mean: number;
  readonly box?: readonly (readonly number[])[];
}

/** The engine's declaration asks for a path, but whatever its image library opens will do. */
interface Engine {
  readonly detect: (picture: Uint8Array) => Promise<readonly FoundLine[]>;
}

let opened: Promise<Recogniser | undefined> | undefined;

/** The engine of this machine, opened once; undefined where its optional packages are not installed. Models are in them. */
export function openRecogniser(): Promise<Recogniser | undefined> {
  // An optional package may be missing, or there may be none for this machine.
  opened ??= open().catch(() => undefined);
  return opened;
}

async function open(): Promise<Recogniser> {
  const { default: sharp } = await import('sharp');
  const { default: Ocr } = await import('@gutenye/ocr-node');
  const engine = (await Ocr.create({ onnxOptions: SMALL })) as Engine;
  return async (picture) => {
    const { data, info } = await upright(sharp, picture)
      .flatten({ background: '#fff' })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    const lines = await engine.detect(data);
    return lines.map((line) => recognisedLine(line, info));
  };
}

function upright(open: typeof sharpLibrary, picture: Uint8Array | RawPicture): Sharp {
  const limits = { limitInputPixels: MOST_PIXELS };
  if (picture instanceof Uint8Array) return open(picture, limits).rotate();
  const { pixels, width, height, channels, turn } = picture;
  return open(pixels, { ...limits, raw: { width, height, channels } }).rotate(turn);
}

function recognisedLine({ text, mean, box = [] }: FoundLine, size: { width: number; height: number }): RecognisedLine {
  const across = box.map(([x = 0]) => x / size.width);
  const down = box.map(([, y = 0]) => y / size.height);
  const [left, top] = [Math.max(0, Math.min(...across, 1)), Math.max(0, Math.min(...down, 1))];
  const [right, bottom] = [Math.min(1, Math.max(...across, 0)), Math.min(1, Math.max(...down, 0))];
  return { text, confidence: mean, area: { left, top, width: right - left, height: bottom - top } };
}
