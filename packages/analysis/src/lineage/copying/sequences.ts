/** Neighbouring signs as single numbers. */

/** A mixed value of the sequence of `length` signs at each place; other sequences have the same value once in billions. */
export function sequencesOf(signs: Uint16Array, length: number): Uint32Array {
  const sequences = new Uint32Array(Math.max(0, signs.length - length + 1));
  for (let at = 0; at < sequences.length; at++) {
    let value = 0;
    for (let step = 0; step < length; step++) value = Math.imul(value ^ (signs[at + step] ?? 0), 0x9e3779b1);
    sequences[at] = value ^ (value >>> 15);
  }
  return sequences;
}

/** The signs of a text and its sequences, kept as far as they were asked for. */
export class SequencedText {
  readonly signs: Uint16Array;
  private readonly byLength = new Map<number, Uint32Array>();

  constructor(signs: Uint16Array) {
    this.signs = signs;
  }

  sequences(length: number): Uint32Array {
    const known = this.byLength.get(length);
    if (known !== undefined) return known;
    const sequences = sequencesOf(this.signs, length);
    this.byLength.set(length, sequences);
    return sequences;
  }
}
