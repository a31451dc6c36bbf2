import type { OPS as Operations, PDFPageProxy } from 'pdfjs-dist';
import { MOST_PIXELS, type RawPicture } from '../images/recognised-line.ts';

type Matrix = readonly [number, number, number, number, number, number];

/** As the library hands over what it has decoded; `kind` 1 is one bit a pixel, 2 is RGB, 3 is RGBA. */
interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

interface Placed {
  readonly picture: unknown;
  readonly matrix: Matrix;
}

const UNTURNED: Matrix = [1, 0, 0, 1, 0, 0];
/** Pictures with a shorter side are lines, logos and stamps. */
const SMALLEST_SIDE = 200;

/** The larger pictures of a page, in the order in which they are painted. What the library cannot decode is left out. */
export async function picturesOf(page: PDFPageProxy, operations: typeof Operations): Promise<RawPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const placed = placePictures(fnArray, argsArray as readonly (readonly unknown[] | null)[], operations);
  const pictures: RawPicture[] = [];
  for (const { picture, matrix } of placed) {
    const decoded = typeof picture === 'string' ? await fetchPicture(page, picture) : picture;
    const raw = rawOf(decoded as DecodedPicture | null, turnOf(matrix, page.rotate));
    if (raw !== undefined) pictures.push(raw);
  }
  return pictures;
}

function placePictures(
  operators: readonly number[],
  operands: readonly (readonly unknown[] | null)[],
  operations: typeof Operations,
): Placed[] {
  const placed: Placed[] = [];
  const saved: Matrix[] = [];
  let matrix = UNTURNED;
  for (const [index, operator] of operators.entries()) {
    const args = operands[index] ?? [];
    if (operator === operations.save) saved.push(matrix);
    else if (operator === operations.restore) matrix = saved.pop() ?? UNTURNED;
    else if (operator === operations.transform) matrix = multiply(matrix, matrixOf(args));
    else if (operator === operations.paintImageXObject || operator === operations.paintInlineImageXObject) {
      placed.push({ picture: args[0], matrix });
    }
  }
  return placed;
}

function fetchPicture(page: PDFPageProxy, id: string): Promise<unknown> {
  // Pictures that several pages show have names of their own.
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(id, resolve);
  });
}

function rawOf(decoded: DecodedPicture | null, turn: number): RawPicture | undefined {
  if (decoded?.data === undefined) return undefined;
  const { width, height, kind, data } = decoded;
  if (Math.min(width, height) < SMALLEST_SIDE || width * height > MOST_PIXELS) return undefined;
  if (kind === 1) return { pixels: greyOf(data, width, height), width, height, channels: 1, turn };
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { pixels, width, height, channels: kind === 2 ? 3 : 4, turn };
}

/** A set bit is white. Rows begin at whole bytes. */
function greyOf(bits: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const byte = bits[row * stride + (column >> 3)] ?? 0;
      pixels[row * width + column] = ((byte >> (7 - (column & 7))) & 1) * 255;
    }
  }
  return pixels;
}

/** Degrees clockwise, in quarters: a page counts upwards, and a scanner may have laid it on its side. */
function turnOf([a, b]: Matrix, pageTurn: number): number {
  const painted = Math.round((-Math.atan2(b, a) * 2) / Math.PI) * 90;
  return (((painted + pageTurn) % 360) + 360) % 360;
}

/** What stands in a file is not always six numbers; what is none turns nothing. */
function matrixOf(operands: readonly unknown[]): Matrix {
  function at(place: number, usual: number): number {
    const given = operands[place];
    return typeof given === 'number' && Number.isFinite(given) ? given : usual;
  }
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
