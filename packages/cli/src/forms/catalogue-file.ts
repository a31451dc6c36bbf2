import { TextDecoder } from 'node:util';
import { resolve } from 'node:path';
import { type Element, ENTITIES, type Entity, type FieldType } from '@qingzhuang/analysis';
import { catalogue } from '@qingzhuang/contract';
import { UnreadableFile } from '@qingzhuang/readers';
import { readWithinLimit } from '../checking/read-source.ts';
import { systemCodeOf, UsageError } from '../failures.ts';
import { findNearest } from '../nearest.ts';

/**
 * The elements of a catalogue file: an array of objects with `key`, `name`, `entity` and `type`; `aliases`, `unit`,
 * `options` and `definition` may be left out. Throws `UsageError` that names the place of the first mistake as a JSON
 * Pointer and how many more there are.
 */
export function readCatalogue(path: string, directory: string): Element[] {
  const content = parse(readText(path, directory), path);
  if (!Array.isArray(content)) throw new UsageError(`目录 ${path} 的最外层应当是一个数组，每项一个数据元素。`);
  if (content.length === 0) throw new UsageError(`目录 ${path} 里一个数据元素也没有。`);
  const faults: string[] = [];
  const elements = content.map((item: unknown, at) => readElement(item, at, faults));
  reportRepeats(elements, faults);
  const [first] = faults;
  if (first === undefined) return elements;
  throw new UsageError(`目录 ${path}：${first}${faults.length > 1 ? `另有 ${faults.length - 1} 处错误。` : ''}`);
}

function readText(path: string, directory: string): string {
  try {
    const bytes = readWithinLimit(resolve(directory, path));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageError(`目录 ${path}：${error.message}（${error.code}）`);
    const code = systemCodeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new UsageError(`目录 ${path} 不是 UTF-8 编码的文本。`);
    if (code === null) throw error;
    throw new UsageError(code === 'ENOENT' ? `没有目录文件 ${path}。` : `读不了目录文件 ${path}（${code}）。`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`目录 ${path} 不是合法的 JSON：${error instanceof Error ? error.message : ''}`);
  }
}

type Properties = Readonly<Record<string, unknown>>;

/** Puts a sentence into `faults` for everything that is wrong. What it then answers is never used. */
function readElement(item: unknown, at: number, faults: string[]): Element {
  const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
  if (!isObject) faults.push(`/${at} 应当是一个对象。`);
  const properties = isObject ? (item as Properties) : NO_FAULT;
  const place = { properties, at, faults };
  return {
    key: readKey(place),
    name: readWords(place, 'name'),
    entity: readOneOf<Entity>(place, 'entity', ENTITIES, 'person'),
    type: readOneOf<FieldType>(place, 'type', catalogue.ValueType.options, 'text'),
    aliases: readList(place, 'aliases') ?? [],
    options: readList(place, 'options'),
    unit: readOptional(place, 'unit'),
    definition: readOptional(place, 'definition') ?? '',
  };
}

/** Stands for what is no object, so that only that is said. */
const NO_FAULT: Properties = { key: 'none.none', name: 'none', entity: ENTITIES[0], type: 'text' };

interface ElementPlace {
  readonly properties: Properties;
  readonly at: number;
  readonly faults: string[];
}

function complain({ at, faults }: ElementPlace, name: string, what: string): void {
  faults.push(`/${at}/${name} ${what}`);
}

function readKey(place: ElementPlace): string {
  const key = readWords(place, 'key');
  if (key !== '' && !/^[a-z]+(?:[.-][a-z0-9]+)+$/.test(key)) {
    complain(place, 'key', `应为“实体.英文小写词”，如 person.name，现在是 ${quoted(key)}。`);
  }
  return key;
}

function readWords(place: ElementPlace, name: string): string {
  const value = place.properties[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  complain(place, name, value === undefined ? '没有写。' : '应当是不空的文字。');
  return '';
}

function readOneOf<T extends string>(place: ElementPlace, name: string, allowed: readonly T[], fallback: T): T {
  const value = place.properties[name];
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  complain(place, name, describeWrongWord(value, allowed));
  return fallback;
}

function describeWrongWord(value: unknown, allowed: readonly string[]): string {
  if (value === undefined) return '没有写。';
  const nearest = typeof value === 'string' ? findNearest(value, allowed) : null;
  return `不能是 ${quoted(value)}。${nearest === null ? `可选：${allowed.join('、')}。` : `是不是 ${nearest}？`}`;
}

function readOptional(place: ElementPlace, name: string): string | null {
  const value = place.properties[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  complain(place, name, '应当是文字，没有的写 null。');
  return null;
}

function readList(place: ElementPlace, name: string): string[] | null {
  const value = place.properties[name] ?? null;
  if (value === null) return null;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  complain(place, name, '应当是文字的数组。');
  return null;
}

function reportRepeats(elements: readonly Element[], faults: string[]): void {
  const places = new Map<string, number>();
  for (const [at, { key }] of elements.entries()) {
    if (key === '' || key === NO_FAULT['key']) continue;
    const first = places.get(key);
    if (first === undefined) places.set(key, at);
    else faults.push(`/${at}/key 与 /${first}/key 相同：${quoted(key)}。`);
  }
}

const LONGEST_QUOTE = 40;

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
