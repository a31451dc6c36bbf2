/** The hand-labelled texts of `eval/`: their shapes, and how they are read from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { DocumentKind } from '../src/index.ts';

export type SetName = 'tuning' | 'measuring';

export interface LabelledSentence {
  readonly id: string;
  readonly text: string;
  /** Rules that must fire at the severity of the rulebook. */
  readonly expect: readonly string[];
  /** The words that prove the expected rules; every one occurs in `text`. */
  readonly spans: readonly string[];
  readonly why: string;
  /** Truly debatable rules: they count neither way. */
  readonly optional?: readonly string[];
  /** Rules that apply and are exempted; a finding without exemption is false. */
  readonly exempt?: readonly string[];
  /** Rules whose words an innocent text borrows; not scored. */
  readonly near?: readonly string[];
  /** RFC 3339 with zone. */
  readonly receivedAt?: string;
}

export interface Label {
  readonly rule: string;
  /** Exact words of the text. */
  readonly quote: string;
}

export interface MeetingLabel {
  readonly start?: string | null;
  readonly end?: string | null;
  readonly minutes?: number | null;
  readonly mode?: 'onsite' | 'video' | 'mixed' | null;
}

/** A field that is left out is not scored; `null` says that the text has none. */
interface FieldLabels {
  readonly title?: string | null;
  readonly docNumber?: string | null;
  readonly issuer?: string | null;
  readonly recipients?: readonly string[];
  readonly date?: string | null;
  readonly genre?: string | null;
  readonly meeting?: MeetingLabel | null;
  readonly deadlines?: readonly { readonly text: string; readonly at: string | null }[];
}

interface DocumentRow {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly expect: readonly Label[];
  /** A bare rule id is optional anywhere in the text. */
  readonly optional?: readonly (Label | string)[];
  readonly fields?: FieldLabels;
  readonly receivedAt?: string;
}

export interface LabelledDocument extends DocumentRow {
  readonly text: string;
}

export interface EvaluationSet {
  readonly name: SetName;
  readonly sentences: readonly LabelledSentence[];
  readonly documents: readonly LabelledDocument[];
}

/** Rule id → severity of the rulebook, for every rule that a text can show. */
export function readRuleSeverities(): Readonly<Record<string, 'error' | 'warning' | 'info'>> {
  return JSON.parse(readFileSync(new URL('rule-severities.json', import.meta.url), 'utf8')) as Record<
    string,
    'error' | 'warning' | 'info'
  >;
}

/** Returns the set, empty where its files are absent. Throws on a line that is not JSON, naming file and line. */
export function readEvaluationSet(name: SetName): EvaluationSet {
  const folder = new URL(`${name}/`, import.meta.url);
  if (!existsSync(folder)) return { name, sentences: [], documents: [] };
  const files = readdirSync(folder)
    .filter((file) => /^sentences.*\.jsonl$/.test(file))
    .toSorted();
  return {
    name,
    sentences: files.flatMap((file) => readLines(new URL(file, folder)) as LabelledSentence[]),
    documents: (readLines(new URL('documents.jsonl', folder)) as DocumentRow[]).map((row) => ({
      ...row,
      text: readFileSync(documentUrl(row.file, folder), 'utf8'),
    })),
  };
}

function documentUrl(file: string, folder: URL): URL {
  const name = file.replace(/^documents\//, '').replace(/\.txt$/, '');
  return new URL(`documents/${name}.txt`, folder);
}

function readLines(url: URL): unknown[] {
  if (!existsSync(url)) return [];
  return readFileSync(url, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${url.pathname}:${index + 1}`)]));
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`Not a JSON object: ${place}`, { cause });
  }
}
