import type { Run } from '../layout/lines.ts';
import { attribute, childElements, textOf, type XmlElement } from '../xml.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Text runs and pictures of a page or template, in millimetres of the page. */
export interface PageContent {
  readonly runs: Run[];
  readonly pictures: Picture[];
  /** Lines and shapes: on a page without text they may be words drawn as outlines. */
  drawings: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A repeat count in a list of distances is a number of characters; no line is longer. */
const MOST_REPEATS = 10_000;
const USUAL_SIZE = 3.7;
/** Widest character as a share of the font size, the stretch of justified text included. */
const WIDEST_CHARACTER = 1.3;
const HALF_WIDTH = /[\u0020-\u00ff]/u;

export function readPageContent(page: XmlElement): PageContent {
  const content: PageContent = { runs: [], pictures: [], drawings: 0 };
  collect(page, content);
  return content;
}

function collect(element: XmlElement, content: PageContent): void {
  for (const child of childElements(element)) {
    if (child.name === 'TextObject') readTextObject(child, content.runs);
    else if (child.name === 'ImageObject') content.pictures.push(pictureOf(child));
    else if (child.name === 'PathObject') content.drawings += 1;
    else collect(child, content);
  }
}

function pictureOf(element: XmlElement): Picture {
  const [, , width = 0, height = 0] = numbers(attribute(element, 'Boundary'));
  return { width, height };
}

function readTextObject(element: XmlElement, runs: Run[]): void {
  const [left = 0, top = 0] = numbers(attribute(element, 'Boundary'));
  const matrix = matrixOf(attribute(element, 'CTM'));
  const size = positive(attribute(element, 'Size')) ?? USUAL_SIZE;
  let x = 0;
  let y = 0;
  for (const code of childElements(element, 'TextCode')) {
    // A code without a position goes on from that of the code before it.
    x = finite(attribute(code, 'X')) ?? x;
    y = finite(attribute(code, 'Y')) ?? y;
    addCharacters(code, { x, y, size, left, top, matrix }, runs);
  }
}

interface Origin {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly left: number;
  readonly top: number;
  readonly matrix: Matrix;
}

/** One run a character: the distances between characters are part of the format and tell gaps from words. */
function addCharacters(code: XmlElement, { x, y, size, left, top, matrix }: Origin, runs: Run[]): void {
  const characters = Array.from(textOf(code).replace(/[\r\n]+\s*/gu, ''));
  const stepsX = distances(attribute(code, 'DeltaX'), characters.length);
  const stepsY = distances(attribute(code, 'DeltaY'), characters.length);
  const [a, b, c, d, e, f] = matrix;
  let atX = x;
  let atY = y;
  for (const [index, character] of characters.entries()) {
    const usual = HALF_WIDTH.test(character) ? size / 2 : size;
    const step = stepsX[index];
    // A step of about one character is the character's own width; a wider one is a gap.
    const width = step !== undefined && step > 0 && step < size * WIDEST_CHARACTER ? step : usual;
    runs.push({
      text: character,
      x: left + a * atX + c * atY + e,
      y: top + b * atX + d * atY + f,
      width: width * Math.hypot(a, b),
      size: size * Math.hypot(c, d),
    });
    atX += step ?? (stepsY.length > 0 ? 0 : width);
    atY += stepsY[index] ?? 0;
  }
}

/** `g 3 2.5 4` means 2.5 three times, then 4. */
function distances(text: string | undefined, most: number): number[] {
  const words = (text ?? '').trim().split(/[\s,]+/u);
  const steps: number[] = [];
  for (let index = 0; index < words.length && steps.length < most; index += 1) {
    if (words[index] !== 'g') {
      const step = finite(words[index]);
      if (step !== undefined) steps.push(step);
      continue;
    }
    const count = Math.min(finite(words[index + 1]) ?? 0, MOST_REPEATS);
    const step = finite(words[index + 2]) ?? 0;
    for (let repeat = 0; repeat < count; repeat += 1) steps.push(step);
    index += 2;
  }
  return steps;
}

function matrixOf(text: string | undefined): Matrix {
  const [a, b, c, d, e, f] = numbers(text);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return IDENTITY;
  return [a, b, c, d, e ?? 0, f ?? 0];
}

function numbers(text: string | undefined): number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map((word) => finite(word) ?? 0);
}

function finite(text: string | undefined): number | undefined {
  const number = Number.parseFloat(text ?? '');
  return Number.isFinite(number) ? number : undefined;
}

function positive(text: string | undefined): number | undefined {
  const number = finite(text);
  return number !== undefined && number > 0 ? number : undefined;
}
