import type { NumberingReference } from '../lists/numbering.ts';
import { attribute, childAt, childElements, type XmlElement } from '../xml.ts';

/** What a paragraph says about itself, or inherits from its style. */
export interface ParagraphFormat {
  readonly align?: 'left' | 'center' | 'right';
  /** Outline level from 1; 0 is body text. */
  readonly outline?: number;
  readonly numbering?: NumberingReference;
}

/** Answers the format of a paragraph, its styles included. */
export interface Styles {
  readonly formatOf: (paragraphProperties: XmlElement | undefined) => ParagraphFormat;
  readonly styleIdOf: (paragraphProperties: XmlElement | undefined) => string | undefined;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly format: ParagraphFormat;
}

const DEEPEST_INHERITANCE = 20;
const BODY_TEXT_OUTLINE = 9;
const ALIGNMENTS: ReadonlyMap<string, 'left' | 'center' | 'right'> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
]);

export function readStyles(part: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultStyle: string | undefined;
  for (const element of childElements(part, 'style')) {
    const id = attribute(element, 'styleId');
    if (id === undefined || attribute(element, 'type') !== 'paragraph') continue;
    if (isOn(attribute(element, 'default') ?? '0')) defaultStyle = id;
    styles.set(id, readStyle(element));
  }

  function styleIdOf(properties: XmlElement | undefined): string | undefined {
    return attribute(childAt(properties, 'pStyle'), 'val') ?? defaultStyle;
  }

  return {
    styleIdOf,
    formatOf(properties) {
      let format = readFormat(properties);
      let style = styles.get(styleIdOf(properties) ?? '');
      for (let depth = 0; style !== undefined && depth < DEEPEST_INHERITANCE; depth += 1) {
        format = { ...style.format, ...format };
        style = styles.get(style.basedOn ?? '');
      }
      return format;
    },
  };
}

function readStyle(element: XmlElement): Style {
  const format = readFormat(childAt(element, 'pPr'));
  const named = outlineOfName(attribute(childAt(element, 'name'), 'val') ?? '');
  return {
    basedOn: attribute(childAt(element, 'basedOn'), 'val'),
    format: format.outline === undefined && named !== undefined ? { ...format, outline: named } : format,
  };
}

/** Built-in heading styles carry their level in the name even when no outline level is written. */
function outlineOfName(name: string): number | undefined {
  if (/^(?:title|标题)$/iu.test(name)) return 1;
  const level = /^(?:heading|标题)\s*([1-9])$/iu.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

function readFormat(properties: XmlElement | undefined): ParagraphFormat {
  const align = ALIGNMENTS.get(attribute(childAt(properties, 'jc'), 'val') ?? '');
  const outline = wholeNumber(attribute(childAt(properties, 'outlineLvl'), 'val'));
  const numbering = readNumberingReference(childAt(properties, 'numPr'));
  return {
    ...(align !== undefined && { align }),
    ...(outline !== undefined && { outline: outline >= BODY_TEXT_OUTLINE ? 0 : outline + 1 }),
    ...(numbering !== undefined && { numbering }),
  };
}

function readNumberingReference(element: XmlElement | undefined): NumberingReference | undefined {
  const numId = attribute(childAt(element, 'numId'), 'val');
  const level = wholeNumber(attribute(childAt(element, 'ilvl'), 'val'));
  return numId === undefined ? undefined : { numId, level };
}

/** A whole number from 0, or undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

/** Reads an on/off property: present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/u.test(value);
}
