/** How the folders of the set are read: texts, lines of JSON, and files of several documents divided by `#####`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readBaseText, type BaseText } from './base-texts.ts';
import type { TopicTexts } from './build-pairs.ts';

export type Half = 'tuning' | 'measuring';

export const HALVES: readonly Half[] = ['tuning', 'measuring'];

const ROOT = new URL('./', import.meta.url);

/** Each topic's superior and own text, by the names of the files. */
export function readTopics(half: Half): TopicTexts[] {
  const folder = new URL(`${half}/texts/`, ROOT);
  const topics = namesIn(folder).flatMap((file) => /^(.+)\.superior\.txt$/.exec(file)?.[1] ?? []);
  return topics.map((topic) => ({
    superior: readBaseText(topic, readFileSync(new URL(`${topic}.superior.txt`, folder), 'utf8')),
    own: readBaseText(topic, readFileSync(new URL(`${topic}.own.txt`, folder), 'utf8')),
  }));
}

/** Texts of other offices on the same topics, written on their own: formal, and copied from nobody. */
export function readPeers(half: Half): BaseText[] {
  return readBaseTexts(half, 'texts', /^(.+)\.peer\.txt$/);
}

/** Superiors' texts rewritten by hand, by their topics. */
export function readRewritten(half: Half): BaseText[] {
  return readBaseTexts(half, 'rewritten', /^(.+)\.txt$/);
}

function readBaseTexts(half: Half, name: string, pattern: RegExp): BaseText[] {
  const folder = new URL(`${half}/${name}/`, ROOT);
  return namesIn(folder).flatMap((file) => {
    const topic = pattern.exec(file)?.[1];
    return topic === undefined ? [] : [readBaseText(topic, readFileSync(new URL(file, folder), 'utf8'))];
  });
}

export interface Sections {
  readonly name: string;
  readonly sections: readonly string[];
}

/** Every file of a folder, cut at its dividing lines. */
export function readSections(half: Half, folder: 'by-hand' | 'chains'): Sections[] {
  const place = new URL(`${half}/${folder}/`, ROOT);
  return namesIn(place).map((file) => ({
    name: file.replace(/\.txt$/, ''),
    sections: readFileSync(new URL(file, place), 'utf8').split(/^#####\n/m),
  }));
}

/** Objects of a `.jsonl` file; the caller knows their shape. Throws on a broken line, naming it. */
export function readRows(half: Half, file: string): unknown[] {
  return readLines(half, file).map((line, at) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (cause) {
      throw new Error(`Not JSON: ${half}/${file}, row ${at + 1}`, { cause });
    }
  });
}

/** Lines that are not empty; none where the file is absent. */
export function readLines(half: Half, file: string): string[] {
  const place = new URL(`${half}/${file}`, ROOT);
  if (!existsSync(place)) return [];
  return readFileSync(place, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function namesIn(folder: URL): string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}
