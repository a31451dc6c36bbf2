import { countLists, type List, type ListLevel, type Numbering } from '../lists/numbering.ts';
import { attribute, childAt, childElements, type XmlElement } from '../xml.ts';
import { isOn, wholeNumber } from './styles.ts';

/** Reads the list definitions of a document and answers the counter that prints their labels. */
export function readNumbering(part: XmlElement | undefined): Numbering {
  return countLists(readLists(part));
}

function readLists(part: XmlElement | undefined): Map<string, List> {
  const definitions = childElements(part, 'abstractNum');
  const byId = new Map(definitions.map((element) => [attribute(element, 'abstractNumId'), element]));
  const byStyle = new Map(definitions.map((element) => [attribute(childAt(element, 'styleLink'), 'val'), element]));

  const lists = new Map<string, List>();
  for (const element of childElements(part, 'num')) {
    const numId = attribute(element, 'numId') ?? '0';
    const named = byId.get(attribute(childAt(element, 'abstractNumId'), 'val'));
    const style = attribute(childAt(named, 'numStyleLink'), 'val');
    const definition = style === undefined ? named : byStyle.get(style);
    // List 0 means that a paragraph has no number although its style gives one.
    if (definition !== undefined && numId !== '0') lists.set(numId, readList(definition, element));
  }
  return lists;
}

function readList(abstract: XmlElement, instance: XmlElement): List {
  const levels = new Map(childElements(abstract, 'lvl').map(readLevel));
  const startOverrides = new Map<number, number>();
  for (const override of childElements(instance, 'lvlOverride')) {
    const depth = wholeNumber(attribute(override, 'ilvl')) ?? 0;
    const own = childAt(override, 'lvl');
    if (own !== undefined) levels.set(depth, readLevel(own)[1]);
    const start = wholeNumber(attribute(childAt(override, 'startOverride'), 'val'));
    if (start !== undefined) startOverrides.set(depth, start);
  }
  return { counterKey: attribute(abstract, 'abstractNumId') ?? '', levels, startOverrides };
}

function readLevel(element: XmlElement): [number, ListLevel] {
  const arabic = childAt(element, 'isLgl');
  const level: ListLevel = {
    start: wholeNumber(attribute(childAt(element, 'start'), 'val')) ?? 0,
    format: readFormatName(element),
    text: attribute(childAt(element, 'lvlText'), 'val') ?? '',
    suffix: attribute(childAt(element, 'suff'), 'val') ?? 'tab',
    arabic: arabic !== undefined && isOn(attribute(arabic, 'val')),
    restartAfter: wholeNumber(attribute(childAt(element, 'lvlRestart'), 'val')),
    styleId: attribute(childAt(element, 'pStyle'), 'val'),
  };
  return [wholeNumber(attribute(element, 'ilvl')) ?? 0, level];
}

/** Newer formats stand inside a choice, with a plain one as fallback. */
function readFormatName(element: XmlElement): string {
  const plain = childAt(element, 'numFmt') ?? childAt(element, 'AlternateContent', 'Fallback', 'numFmt');
  return attribute(plain, 'val') ?? 'decimal';
}
