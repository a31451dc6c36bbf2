import type { CheckResult, ReportedDocument } from '@qingzhuang/analysis';
import { Refusal, type DeepReadonly, type demands } from '@qingzhuang/contract';
import { assertActsFor, type Actor } from '../../../platform/actor.ts';
import type { Acting, Context } from '../../../platform/context.ts';
import type { FileStore } from '../../../platform/files.ts';
import { baseName, runCheck, type Checkers } from '../../checks/index.ts';
import {
  contentOf,
  PASTED,
  placeOfDraft,
  placeOfText,
  prepareEntry,
  type LibraryEntry,
} from '../../documents/index.ts';
import { draftDemand, replaceText, type CheckedText } from '../operations.ts';
import { mayBurden } from '../issuing.ts';
import { readDraft, type DraftReading } from '../reading.ts';
import { listAddressableUnits, visibleTo } from '../store.ts';
import { asksOf } from '../text-asks.ts';

/** What somebody dropped: a file, or text that he pasted. */
export type Dropped =
  | { readonly text: string }
  | {
      readonly file: File;
      /** The words of a photo or scan, checked by whoever drops it. */
      readonly transcript?: string;
    };

/** A document that was read and checked beside its superior's, its original stored. */
export interface PreparedDocument {
  readonly result: CheckResult;
  /** What it says, its days read from its own date or, without one, from now. */
  readonly document: ReportedDocument;
  readonly text: string;
  readonly file: demands.DemandFile;
  readonly entry: LibraryEntry;
}

/** Where documents are read, and where they are kept. */
export interface DocumentTools {
  readonly checkers: Checkers;
  readonly files: FileStore;
}

type Preparing = Pick<Context, 'clock' | 'db'>;

/** Reads, checks and stores what was dropped, before any transaction begins. */
async function prepareDocument(
  context: Preparing,
  dropped: Dropped,
  place: ReturnType<typeof placeOfDraft>,
  { checkers, files }: DocumentTools,
): Promise<PreparedDocument> {
  const { clock } = context;
  const name = 'file' in dropped ? baseName(dropped.file.name) || '未命名' : PASTED;
  const bytes =
    'file' in dropped ? new Uint8Array(await dropped.file.arrayBuffer()) : new TextEncoder().encode(dropped.text);
  if (bytes.length === 0) throw new Refusal('empty');
  const facts = { today: clock.today() };
  // The worker takes its copy away. What cannot be read, or waits for its words to be checked, is not kept.
  const content = contentOf(name, bytes.slice());
  const transcript = 'file' in dropped ? (dropped.transcript ?? null) : null;
  const checked = await runCheck({ name, content, facts, config: {}, forLibrary: true, transcript }, checkers);
  const file = { sha256: await files.put(bytes), name, bytes: bytes.length };
  const { entry, result } = await prepareEntry(context, { name, facts, checked }, place, checkers);
  const { document } = result;
  const prepared = { result, text: checked.source.text, file, entry };
  if (document.date !== null) return { ...prepared, document };
  // A day without a year in a text without a date is read from now on; what is found fault with stays as it is.
  const received = { ...facts, receivedAt: clock.now().toISOString() };
  const again = { name, content: checked.library?.source ?? entry.text, facts: received, config: {} };
  const dated = await runCheck(again, checkers);
  return { ...prepared, document: dated.result.document };
}

/** As `prepareDocument`. Of others nothing is read or stored. */
export async function prepareDraft(
  context: Preparing,
  { issuer, ...dropped }: Dropped & { readonly issuer: string },
  actor: Actor,
  tools: DocumentTools,
): Promise<PreparedDocument & { readonly issuer: string }> {
  assertActsFor(actor, issuer, 'drafter', 'unit-lead', 'office');
  const place = placeOfDraft(actor.county, issuer);
  return { issuer, ...(await prepareDocument(context, dropped, place, tools)) };
}

/** As `prepareDocument`, for a text that takes the place of another; what its drafter has said of its superior's stays. */
export async function prepareReplacement(
  context: Preparing,
  { id, ...dropped }: Dropped & { readonly id: string },
  actor: Actor,
  tools: DocumentTools,
): Promise<PreparedDocument & { readonly id: string }> {
  const place = await placeOfText(context, actor, visibleTo, id);
  return { id, ...(await prepareDocument(context, dropped, place, tools)) };
}

/** Drafts a demand from what a document says. */
export async function draftFromDocument(
  acting: Acting,
  { issuer, ...prepared }: PreparedDocument & { readonly issuer: string },
): Promise<DeepReadonly<demands.DraftedDemand>> {
  const { draft, toConfirm } = await readPrepared(acting, prepared, issuer);
  const demand = await draftDemand(acting, draft, checked(prepared, draft.details));
  return { ...demand, toConfirm };
}

/** Puts a corrected document in the place of the one that the demand was drafted from; its fields stay. */
export async function replaceDocument(
  acting: Acting,
  { id, ...prepared }: PreparedDocument & { readonly id: string },
): Promise<DeepReadonly<demands.Demand>> {
  // What the text says does not depend on whose demand it is.
  const { draft } = await readPrepared(acting, prepared, `${acting.actor.county}000000`);
  return replaceText(acting, id, checked(prepared, draft.details));
}

async function readPrepared(
  { actor, clock, db }: Acting,
  { document, text }: Pick<PreparedDocument, 'document' | 'text'>,
  issuer: string,
): Promise<DraftReading> {
  const units = await listAddressableUnits(db, actor.county);
  const below = units.filter(({ code }) => code !== issuer && mayBurden(issuer, code));
  // A village has nobody below it.
  const addressable = below.length > 0 ? below : units.filter(({ code }) => code === issuer);
  return readDraft({ document, text }, { issuer, units: addressable, today: clock.today() });
}

function checked(prepared: PreparedDocument, details: demands.DemandDetails): CheckedText {
  const { file, entry, result } = prepared;
  const { findings, burden } = result;
  return {
    ...{ file, entry },
    result: { findings, perBearerMinutes: burden.perBearerMinutes, asks: asksOf(prepared, details) },
  };
}
