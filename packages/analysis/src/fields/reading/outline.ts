/** What the rows before say of a row of a matrix: 1. belongs to 一、, 其中 is part of the row before. */
import { numberingDepth, PART, readLabel, type Label } from './label.ts';

type Path = readonly Label[];

/** A numbered row, and whether it has no value of its own: what follows without a number belongs to it then. */
interface Level {
  readonly depth: number;
  readonly path: Path;
  readonly isHeading: boolean;
}

interface Indented {
  readonly indent: number;
  readonly path: Path;
}

/** A heading without a number gives way to any that has one. */
const UNNUMBERED = 9;

export class Outline {
  #levels: Level[] = [];
  /** The rows that stand over the next one by the spaces before them, the outermost first. */
  #indented: Indented[] = [];
  /** What a row 其中 was part of: those behind it, set in further, are its parts too. */
  #whole: Indented | null = null;

  /** A line over the whole width; one without a number belongs to none before it. */
  openSection(words: string): void {
    if (numberingDepth(words) === 0) this.#levels = [];
    this.pathTo([words], { isHeading: true, indent: 0 });
  }

  /** The labels of a row from the outermost; `isHeading`: it has no value of its own. */
  pathTo(names: readonly string[], { isHeading, indent }: { isHeading: boolean; indent: number }): Label[] {
    const own = names.at(-1) ?? '';
    const outer = names.slice(0, -1).map(readLabel);
    if (PART.test(own)) return [...this.#openParts(outer), readLabel(own.replace(PART, ''))];
    if (numberingDepth(own) === 0 && outer.length === 0) {
      const parent = this.#parentOf(indent);
      if (parent !== null) return this.#keep([...parent, readLabel(own)], indent);
    }
    this.#indented = [];
    return this.#keep(this.#numberedPath(own, outer, isHeading), indent);
  }

  #openParts(outer: Path): Path {
    this.#whole ??= this.#indented.at(-1) ?? null;
    const whole = this.#whole?.path ?? [];
    // Of another group than the row before it is part of that group.
    return outer.every(({ words }) => whole.some((label) => label.words === words)) ? whole : outer;
  }

  /** Null where the spaces before a row tell nothing. */
  #parentOf(indent: number): Path | null {
    if (this.#whole !== null && indent > this.#whole.indent) return this.#whole.path;
    this.#whole = null;
    this.#indented = this.#indented.filter((row) => row.indent < indent);
    return this.#indented.at(-1)?.path ?? null;
  }

  #keep(path: Label[], indent: number): Label[] {
    if (this.#whole === null || indent <= this.#whole.indent) {
      this.#whole = null;
      this.#indented.push({ indent, path });
    }
    return path;
  }

  #numberedPath(own: string, outer: readonly Label[], isHeading: boolean): Label[] {
    const depth = numberingDepth(own);
    if (depth > 0) this.#levels = this.#levels.filter((level) => level.depth < depth);
    const parent = this.#levels.findLast((level) => depth > 0 || level.isHeading);
    const path = [...(parent?.path ?? []), ...outer, readLabel(own)];
    if (depth > 0 || isHeading) this.#levels.push({ depth: depth > 0 ? depth : UNNUMBERED, path, isHeading });
    return path;
  }
}
