/** Runs in a module worker: documents are read and compared here, and nothing is uploaded. */
import {
  type ChainLevel,
  compareChain,
  type Comparison,
  type OfficialDocument,
  readDocument,
} from '@qingzhuang/analysis';
import { readBytes, UnreadableFile } from '@qingzhuang/readers';
import type { Level, ShownComparison, ShownLevel } from '../../lineage/chain-level.ts';
import type { CompareOutcome, CompareRequest } from './compare-protocol.ts';
import { fromTheTop } from './level-order.ts';

addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => void answer(data));

async function answer({ id, ...request }: CompareRequest): Promise<void> {
  postMessage({ id, ...(await compare(request)) });
}

interface ReadFile {
  /** Among the files that were sent. */
  readonly place: number;
  readonly file: File;
  readonly document: OfficialDocument;
}

async function compare({ files, inGivenOrder }: Omit<CompareRequest, 'id'>): Promise<CompareOutcome> {
  const read: ReadFile[] = [];
  for (const [place, file] of files.entries()) {
    try {
      const { source } = await readBytes(new Uint8Array(await file.arrayBuffer()), file.name);
      read.push({ place, file, document: readDocument(source) });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) reportError(error);
      return { kind: 'failed', file: place, code: error instanceof UnreadableFile ? error.code : 'crashed' };
    }
  }
  const ordered = inGivenOrder ? read : sorted(read);
  const levels = compareChain(ordered.map(({ document }) => document));
  return {
    kind: 'compared',
    levels: ordered.flatMap(({ document, file, place }, index) => {
      const level = levels[index];
      return level ? [{ ...shown(level), ...headOf(document, file), key: String(place) }] : [];
    }),
    order: ordered.map(({ place }) => place),
  };
}

function sorted(read: readonly ReadFile[]): readonly ReadFile[] {
  const heads = read.map(({ document }) => ({ level: levelOf(document), datedOn: document.header.date }));
  return fromTheTop(heads).flatMap((place) => read[place] ?? []);
}

function levelOf({ header }: OfficialDocument): Level | null {
  const level = header.issuer?.level ?? null;
  return level === 'central' ? 'national' : level;
}

function headOf(document: OfficialDocument, file: File): Pick<ShownLevel, 'title' | 'issuer' | 'level' | 'datedOn'> {
  const { title, header } = document;
  return {
    title: title ?? file.name,
    issuer: header.issuer?.name ?? null,
    level: levelOf(document),
    datedOn: header.date,
  };
}

/** How many bear it only the register knows. */
function shown({ comparison, minutes, minutesAdded, measures }: ChainLevel) {
  return {
    comparison: comparison === null ? null : countedParts(comparison),
    minutes: minutes?.likely ?? null,
    minutesAdded,
    measures,
    bearers: null,
    hoursAdded: null,
    href: null,
  };
}

function countedParts({ copiedShare, boilerplateShare, ...parts }: Comparison): ShownComparison {
  return {
    copiedShare,
    boilerplateShare,
    passages: counted(parts.passages),
    raised: counted(parts.raised),
    deadlineCompressed: counted(parts.deadlineCompressed),
    addedDemands: counted(parts.addedDemands),
    localMeasures: counted(parts.localMeasures),
  };
}

function counted<Item>(items: readonly Item[]): { count: number; items: readonly Item[] } {
  return { count: items.length, items };
}
