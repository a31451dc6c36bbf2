/**
 * Which groups of words a pattern needs: looked up in the generated file, and worked out here only for a pattern that
 * the file does not know yet, or whose words depend on the options of a rule.
 */
import { PATTERNS } from './required-words.gen.ts';
import { requiredOfSlot, splitAlternatives, type RequiredWords } from './required-words.ts';
import { groupOf } from './word-groups.ts';

/** Numbers of word groups: any match holds a word of each. */
export type Needs = readonly number[];

/** For each alternative at the top of the pattern what it needs. */
export function needsOfPattern(source: string): readonly Needs[] {
  return lookedUp(source, () => splitAlternatives(source).map(({ required }) => required));
}

/** What a slot needs, whichever of its alternatives fills it. */
export function needsOfSlot(source: string): Needs {
  return lookedUp(slotName(source), () => [requiredOfSlot(source)])[0] ?? [];
}

/** The name of a slot among the patterns. */
export function slotName(source: string): string {
  return `&${source}`;
}

/** What stands for a pattern in the generated file: 64 bits, so that no two of some thousand meet. */
export function fingerprintOf(name: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 15);
  }
  return (one >>> 0).toString(36) + '.' + (other >>> 0).toString(36);
}

/** By name, as they are asked for. */
const asked = new Map<string, readonly Needs[]>();
let generated: ReadonlyMap<string, string> | null = null;

function lookedUp(name: string, workOut: () => readonly RequiredWords[]): readonly Needs[] {
  const known = asked.get(name);
  if (known) return known;
  generated ??= new Map(PATTERNS.split('\n').map((line) => line.split(' ') as [string, string]));
  const line = generated.get(fingerprintOf(name));
  const needs = line === undefined ? workOut().map((required) => required.map(groupOf)) : needsIn(line);
  asked.set(name, needs);
  return needs;
}

/** `12,7;;3`: groups of three alternatives, the second without any. */
function needsIn(line: string): Needs[] {
  return line.split(';').map((part) => (part === '' ? [] : part.split(',').map((number) => parseInt(number, 36))));
}

/** The patterns and slots that were asked for so far: what the generated file should hold. */
export function listAsked(): string[] {
  return Array.from(asked.keys());
}
