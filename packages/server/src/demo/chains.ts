import { createChecker, createFingerprinter, plainSource, type CheckResult } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';
import type { Acting } from '../platform/context.ts';
import type { FileStore } from '../platform/files.ts';
import type { CheckedText } from '../features/demands/operations.ts';
import { readDraft } from '../features/demands/reading.ts';
import { asksOf } from '../features/demands/text-asks.ts';
import { rarestFirst } from '../features/documents/document.ts';
import { addDocument, entryOf, type LibraryEntry } from '../features/documents/operations.ts';
import { findTextOfDemand } from '../features/documents/store.ts';
import type { inventChains, TextFromAbove, TextOfUnit } from './chain-texts.ts';
import { UNITS } from './county.ts';

/** What a chain needs of whoever makes the county. */
export interface ChainParts {
  readonly files: FileStore;
  /** As the office on this day. */
  readonly office: (day: string) => Acting;
  /** Drafts a demand on this day and lets it run; its id. */
  readonly issue: (draft: demands.DemandDraft, draftedOn: string, text: CheckedText) => Promise<string>;
}

/** A text of the library that the next level was taken from. */
interface Superior {
  readonly id: string;
  readonly text: string;
}

/** Takes in what came from above, and drafts the demands of the county from their texts, each beside the one before. */
export async function seedChains(chains: ReturnType<typeof inventChains>, parts: ChainParts): Promise<void> {
  const check = createChecker();
  const fingerprint = createFingerprinter();

  function readText(text: string, superior: Superior | null): { result: CheckResult; entry: LibraryEntry } {
    const source = plainSource(text);
    const result = check.check(source, { superiors: superior === null ? [] : [superior.text] });
    const lineage = {
      fingerprints: rarestFirst(fingerprint(text), new Map()),
      superior: superior?.id ?? null,
      superiorBy: superior === null ? null : ('named' as const),
    };
    return { result, entry: entryOf(result.document, text, lineage) };
  }

  async function receive({ level, text, sentOn }: TextFromAbove, superior: Superior | null): Promise<Superior> {
    const { result, entry } = readText(text, superior);
    const issuerName = result.document.issuer;
    const acting = parts.office(sentOn);
    const addedAt = acting.clock.now().toISOString();
    const written = { ...entry, level, issuerName, issuer: null, addedAt, title: entry.title ?? text };
    return { id: (await addDocument(acting, written)).id, text };
  }

  async function issue({ issuer, bearers, text, sentOn }: TextOfUnit, superior: Superior | null): Promise<Superior> {
    const { result, entry } = readText(text, superior);
    const { document, findings, burden } = result;
    const { draft } = readDraft({ document, text }, { issuer, units: UNITS, today: sentOn });
    const bytes = new TextEncoder().encode(text);
    const name = `${entry.title ?? '来文'}.txt`;
    const demand = await parts.issue({ ...draft, bearers: [...bearers] }, sentOn, {
      entry,
      file: { sha256: await parts.files.put(bytes), name, bytes: bytes.length },
      result: {
        findings,
        perBearerMinutes: burden.perBearerMinutes,
        asks: asksOf({ result, document, text }, draft.details),
      },
    });
    const { db, actor } = parts.office(sentOn);
    return { id: (await findTextOfDemand(db, actor.county, demand))?.id ?? '', text };
  }

  for (const { above, below } of chains) {
    let superior: Superior | null = null;
    for (const text of above) superior = await receive(text, superior);
    for (const text of below) superior = await issue(text, superior);
  }
}
