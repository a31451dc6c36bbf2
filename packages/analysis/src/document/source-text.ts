/**
 * What a reader hands to the analysis: the plain text of a file, and where each piece of it stood.
 * Offsets are UTF-16 units in `text`, half open.
 */
export interface SourceText {
  /** Paragraphs end with `\n`; the cells of one table row are joined by `\t`, each row ends with `\n`. */
  readonly text: string;
  /** In reading order, not overlapping. Empty for text without structure (pasted text). */
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  /** Parts that could not be read: images, scanned pages, tables as pictures. Never silent. */
  readonly unread: readonly Unread[];
}

export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'cell' | 'page-header' | 'page-footer' | 'chat-message';
  readonly place: Place;
  /** Outline level of a heading, from 1. */
  readonly level?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Of a chat message. `sentAt` as printed in the log. */
  readonly sender?: string;
  readonly sentAt?: string;
  /** Of words recognised on a picture: how sure the engine is, 0 to 1, and where they stand. */
  readonly confidence?: number;
  readonly area?: Area;
}

/** A part of a page, as shares of its width and height from the upper left. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a person finds the words again. All counts from 1. */
export interface Place {
  readonly paragraph?: number;
  readonly page?: number;
  readonly sheet?: string;
  /** A1 reference in a sheet. */
  readonly cell?: string;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  /** Name of the attachment the words stand in. */
  readonly attachment?: string;
}

export interface Table {
  readonly start: number;
  readonly end: number;
  readonly sheet?: string;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly start: number;
  readonly end: number;
  /** From 1. Merged cells stand once, at their top left, with their spans. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Width of the spaces printed before the words, in half-width ones; none where it is left out. */
  readonly indent?: number;
}

export interface Unread {
  readonly kind: 'image' | 'scanned-page' | 'embedded-object';
  readonly place: Place;
}

/** Wraps text that has no structure of its own. */
export function plainSource(text: string): SourceText {
  return { text, blocks: [], tables: [], unread: [] };
}
