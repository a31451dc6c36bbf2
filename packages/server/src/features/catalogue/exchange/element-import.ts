import type { catalogue } from '@qingzhuang/contract';
import { contentOf, isSameContent, type Content, type CountyElement } from '../elements/element.ts';
import type { ReadLine } from './element-table.ts';

/** What a file would change. */
export interface ElementChanges {
  readonly created: readonly catalogue.PortableElement[];
  readonly updated: readonly catalogue.PortableElement[];
  readonly ignored: number;
  readonly conflicts: catalogue.ElementImport['conflicts'];
}

interface Ground {
  readonly elements: ReadonlyMap<string, CountyElement>;
  /** Codes of units that live. */
  readonly units: ReadonlySet<string>;
}

/** What the lines of a file would change in a catalogue: each adds an element, changes one, says the same, or conflicts. */
export function planElements(lines: readonly ReadLine[], ground: Ground): ElementChanges {
  const created: catalogue.PortableElement[] = [];
  const updated: catalogue.PortableElement[] = [];
  const conflicts: { line: number; reason: string }[] = [];
  const firstLines = new Map<string, number>();
  const keys = new Set([
    ...ground.elements.keys(),
    ...lines.flatMap((one) => ('element' in one ? one.element.key : [])),
  ]);
  let ignored = 0;
  for (const one of lines) {
    const reason = 'reason' in one ? one.reason : faultOf(one.element, { ...ground, keys, firstLines });
    if (reason !== undefined || 'reason' in one) {
      conflicts.push({ line: one.line, reason: reason ?? '' });
      continue;
    }
    const { element, line } = one;
    firstLines.set(element.key, line);
    const known = ground.elements.get(element.key);
    if (known === undefined) created.push(element);
    else if (isSame(element, known)) ignored += 1;
    else updated.push(element);
  }
  return { created, updated, ignored, conflicts };
}

interface Board extends Ground {
  readonly keys: ReadonlySet<string>;
  readonly firstLines: ReadonlyMap<string, number>;
}

function faultOf(element: catalogue.PortableElement, board: Board): string | undefined {
  const { key, owner, state, heir, type } = element;
  const first = board.firstLines.get(key);
  if (first !== undefined) return `键 ${key} 与第 ${first} 行重复`;
  if (owner !== null && !board.units.has(owner)) return `没有单位 ${owner}，或它已撤并`;
  if (heir !== null && (state !== 'retired' || heir === key || !board.keys.has(heir))) {
    return '只有停用的元素可以写接替元素，且须是目录中的另一个';
  }
  const known = board.elements.get(key);
  // Stored values are spelt by their type: another type is another element.
  return known !== undefined && known.type !== type ? '类型不能改；请新增一个元素接替它' : undefined;
}

function isSame(element: catalogue.PortableElement, known: CountyElement): boolean {
  const { owner, state, heir } = known;
  if (element.owner !== owner || element.state !== state || element.heir !== heir) return false;
  return isSameContent(element, portable(known));
}

/** An element as files hold it. */
export function portable(element: CountyElement): catalogue.PortableElement {
  const { key, owner, state, heir, aliases, options, ...rest } = element;
  const content: Content = contentOf({ ...rest, aliases: [...aliases], options: options && [...options] });
  return { key, ...content, owner, state, heir };
}
