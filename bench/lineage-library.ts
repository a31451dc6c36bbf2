/**
 * A process of its own that makes a library or searches in one, so that its memory is its own; the answer is one line of JSON.
 * Times are of the processor: the machine may be busy with other work.
 */
import { readFileSync, statSync } from 'node:fs';
import { askIndex, createFingerprinter, FingerprintIndex, readDocument, searchLibrary } from '@qingzhuang/analysis';
import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { DIGEST_BYTES, type LibraryEntry } from '../packages/cli/src/library/library-contents.ts';
import { openLibrary, type Library } from '../packages/cli/src/library/library-reader.ts';
import { LibraryWriter } from '../packages/cli/src/library/library-writer.ts';
import { officialText } from './official-texts.ts';
import { percentile } from './measurement.ts';
import type { PlantedText } from './planted-copies.ts';

/** What making a library took; times in milliseconds of the processor. */
export interface Made {
  readonly characters: number;
  readonly fingerprinting: number;
  /** Everything but inventing the texts. */
  readonly building: number;
  readonly bytes: number;
  readonly memory: number;
}

/** What searching took, in milliseconds: of the processor, and on the clock. */
export interface Searched {
  readonly opening: number;
  readonly processor: readonly number[];
  readonly elapsed: readonly number[];
  /** Of each part of a search the median. */
  readonly parts: Readonly<Record<'reading' | 'nearest' | 'texts' | 'passages', number>>;
  readonly memory: number;
  readonly planted: number;
  readonly found: number;
}

const TOP = 20;
const MEGABYTE = 1024 * 1024;
/** Texts that are invented at one time. */
const BATCH = 1000;

const [action, path = '', argument = ''] = process.argv.slice(2);
console.log(JSON.stringify(action === 'make' ? make(path, Number(argument)) : search(path, argument)));

function make(path: string, documents: number): Made {
  const fingerprint = createFingerprinter();
  const index = new FingerprintIndex();
  const writer = new LibraryWriter(path);
  const entries: LibraryEntry[] = [];
  let [characters, fingerprinting, building] = [0, 0, 0];
  for (let first = 0; first < documents; first += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, documents - first) }, (_, at) => officialText(first + at));
    characters += texts.reduce((sum, text) => sum + text.length, 0);
    const began = processorMs();
    const prints = texts.map((text) => fingerprint(text));
    fingerprinting += processorMs() - began;
    for (const [at, text] of texts.entries()) {
      const bytes = Buffer.from(text);
      const digest = createHash('sha256').update(bytes).digest().subarray(0, DIGEST_BYTES);
      index.add(keyOf(first + at), prints[at] ?? new Uint32Array(0));
      entries.push({ ...writer.addText(zstdCompressSync(bytes)), size: bytes.length, changedAt: 0, digest });
    }
    building += processorMs() - began;
  }
  const began = processorMs();
  writer.finish({ parts: index.toParts(), entries });
  building += processorMs() - began;
  return { characters, fingerprinting, building, bytes: statSync(path).size, memory: memory() };
}

function keyOf(number: number): string {
  return `${Math.floor(number / BATCH)}/${number}.txt`;
}

function search(path: string, questions: string): Searched {
  const began = processorMs();
  const library = openLibrary(path);
  const opening = processorMs() - began;
  const texts = JSON.parse(readFileSync(questions, 'utf8')) as PlantedText[];
  for (const { text } of texts.slice(0, 20)) searchOnce(library, text);
  const done = texts.map(({ text }) => searchOnce(library, text));
  function median(part: keyof Searched['parts']): number {
    return percentile(
      done.map(({ parts }) => parts[part]),
      0.5,
    );
  }
  return {
    opening,
    processor: done.map(({ processor }) => processor),
    elapsed: done.map(({ elapsed }) => elapsed),
    parts: {
      reading: median('reading'),
      nearest: median('nearest'),
      texts: median('texts'),
      passages: median('passages'),
    },
    memory: memory(),
    planted: texts.reduce((sum, { runs }) => sum + runs.length, 0),
    found: texts.reduce((sum, planted, at) => sum + countFound(planted, done[at]?.matches ?? []), 0),
  };
}

type Matches = ReturnType<typeof searchLibrary>;

interface Done {
  readonly processor: number;
  readonly elapsed: number;
  readonly parts: Searched['parts'];
  readonly matches: Matches;
}

function searchOnce(library: Library, text: string): Done {
  const clock = performance.now();
  const marks = [processorMs()];
  function mark(): void {
    marks.push(processorMs());
  }
  const document = readDocument({ text, blocks: [], tables: [], unread: [] });
  mark();
  const answer = askIndex(library.index, createFingerprinter()(document.text), TOP);
  mark();
  const texts = new Map(answer.nearest.map(({ key }) => [key, library.textOf(key)]));
  mark();
  const matches = searchLibrary(document, answer, (key) => texts.get(key) ?? '');
  mark();
  function between(at: number): number {
    return (marks[at + 1] ?? 0) - (marks[at] ?? 0);
  }
  return {
    processor: (marks[4] ?? 0) - (marks[0] ?? 0),
    elapsed: performance.now() - clock,
    parts: { reading: between(0), nearest: between(1), texts: between(2), passages: between(3) },
    matches,
  };
}

/** A run is found when half of it lies in passages from its source. */
function countFound({ runs }: PlantedText, matches: Matches): number {
  return runs.filter(({ source, start, end }) => {
    const passages = matches.find(({ key }) => key === keyOf(source))?.passages ?? [];
    const covered = passages.reduce((sum, passage) => {
      return sum + Math.max(0, Math.min(end, passage.end) - Math.max(start, passage.start));
    }, 0);
    return covered >= (end - start) / 2;
  }).length;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The most that the process held at one time, in MB. */
function memory(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE);
}
