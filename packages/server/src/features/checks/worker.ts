import { parentPort } from 'node:worker_threads';
import {
  compareChain,
  ConfigurationError,
  createChecker,
  createFingerprinter,
  createMatcher,
  findSuperior,
  namedDocuments,
  plainSource,
  readDocument,
  readForms,
  type ChainLevel,
  type Checker,
  type CheckFacts,
  type CheckResult,
  type ConfirmedMatch,
  type Element,
  type FieldMatch,
  type Form,
  type NamedDocument,
  type SourceText,
} from '@qingzhuang/analysis';
import { Refusal, type check, type RefusalCode, type RefusalFacts } from '@qingzhuang/contract';
import { fillFile, isPicture, readBytes, UnreadableFile, type FilledFile, type FormFill } from '@qingzhuang/readers';

/** One file or text to check, away from the event loop. */
export interface CheckTask {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer> | SourceText;
  readonly facts: Omit<CheckFacts, 'superiors'>;
  readonly config: check.CheckConfig;
  /**
   * The words of a photo or scan as a person has checked them; null where nobody has, and such a file needs them.
   * Without either a file is read by itself.
   */
  readonly transcript?: string | null;
  /** The text goes into the library: what it has to be told of it is told as well. */
  readonly forLibrary?: true;
  readonly superiors?: PossibleSuperiors;
}

/** Texts beside one of which a text is checked: the first when it is named, or else the one that was copied from. */
export interface PossibleSuperiors {
  readonly texts: readonly string[];
  readonly isNamed: boolean;
}

/** What the library keeps of a text, besides the text. */
export interface LibraryReading {
  readonly source: SourceText;
  readonly fingerprints: Uint32Array;
  readonly names: readonly NamedDocument[];
}

/** A chain of texts from the highest level down, and texts below the last of them. */
export interface ChainTask {
  readonly levels: readonly string[];
  readonly below: readonly string[];
}

export interface FingerprintTask {
  readonly fingerprintsOf: readonly string[];
}

/** A file whose forms are to be met with a catalogue. */
export interface FormTask {
  readonly name: string;
  readonly formsIn: Uint8Array<ArrayBuffer>;
  readonly catalogue: readonly Element[];
  readonly confirmed: readonly ConfirmedMatch[];
}

/** The forms of a file, each with a match for each of its fields. */
export type FormAnswer =
  { readonly forms: readonly { readonly form: Form; readonly matches: readonly FieldMatch[] }[] } | Refused;

/** Values to be written into a file. */
export interface FillTask {
  readonly name: string;
  readonly fillInto: Uint8Array<ArrayBuffer>;
  readonly fills: readonly FormFill[];
}

export type FillAnswer = { readonly filled: FilledFile } | Refused;

interface Refused {
  readonly refusal: RefusalCode;
  readonly facts: RefusalFacts;
}

export type CheckAnswer =
  | {
      readonly result: CheckResult;
      readonly source: Pick<SourceText, 'text' | 'unread'>;
      /** Only when it was asked for. */
      readonly library: LibraryReading | null;
      /** The place of the superior among those given; null without one. */
      readonly superior: number | null;
    }
  | Refused;

export interface ComparedChain {
  readonly levels: readonly ChainLevel[];
  /** Each beside the last level. */
  readonly below: readonly ChainLevel[];
}

export type Task = CheckTask | ChainTask | FingerprintTask | FormTask | FillTask;
export type Answer = CheckAnswer | ComparedChain | readonly Uint32Array[] | FormAnswer | FillAnswer;

/** A county uses a handful of configurations; building a checker costs more than checking a page. */
const MOST_CHECKERS = 16;
const checkers = new Map<string, Checker>();

/** Some 400 pages have 45,000 fingerprints, which take half a second to write; of longer texts the beginning is found. */
const LONGEST_FINGERPRINTED = 300_000;
const fingerprint = createFingerprinter();

parentPort?.on('message', (task: Task) => {
  // What `answer` throws is a defect: it ends this worker, and the pool reports it.
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});

async function answer(task: Task): Promise<Answer> {
  if ('fingerprintsOf' in task) return task.fingerprintsOf.map(fingerprintOf);
  if ('formsIn' in task) return unlessUnreadable(() => meetForms(task));
  if ('fillInto' in task) return unlessUnreadable(() => fill(task));
  return 'levels' in task ? compareLevels(task) : checkOne(task);
}

async function unlessUnreadable<Found>(work: () => Promise<Found>): Promise<Found | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableFile) return { refusal: error.code, facts: {} };
    throw error;
  }
}

async function meetForms({ name, formsIn, catalogue, confirmed }: FormTask): Promise<FormAnswer> {
  const { source } = await readBytes(formsIn, name);
  const matcher = createMatcher(catalogue, confirmed);
  return { forms: readForms(source).map((form) => ({ form, matches: matcher.match(form) })) };
}

async function fill({ name, fillInto, fills }: FillTask): Promise<FillAnswer> {
  return { filled: await fillFile(fillInto, name, fills) };
}

function fingerprintOf(text: string): Uint32Array {
  return fingerprint(text.slice(0, LONGEST_FINGERPRINTED));
}

function compareLevels({ levels, below }: ChainTask): ComparedChain {
  const chain = levels.map((text) => readDocument(plainSource(text)));
  const last = chain.slice(-1);
  return {
    levels: compareChain(chain),
    below: below.flatMap((text) => compareChain([...last, readDocument(plainSource(text))]).slice(last.length)),
  };
}

async function checkOne(task: CheckTask): Promise<CheckAnswer> {
  const { name, facts, config, forLibrary = false, superiors } = task;
  try {
    const checker = getChecker(config);
    const source = await readSource(task);
    const { superior, texts } = pickSuperior(source, superiors);
    const result = checker.check(source, { ...facts, path: name, superiors: texts });
    const { text, unread } = source;
    return { result, source: { text, unread }, superior, library: forLibrary ? readForLibrary(source) : null };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refusal: error.code, facts: {} };
    if (error instanceof Refusal) return { refusal: error.code, facts: error.facts };
    if (error instanceof ConfigurationError) {
      const errors = error.mistakes.map((detail) => ({ pointer: '/config', detail }));
      return { refusal: 'invalid-configuration', facts: { errors } };
    }
    throw error;
  }
}

async function readSource({ content, name, transcript }: CheckTask): Promise<SourceText> {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) return content;
  const source = typeof content === 'string' ? plainSource(content) : await readUpload(content, name, transcript);
  // The database keeps no NUL; a space leaves every place where it was.
  return { ...source, text: source.text.replaceAll('\0', ' ') };
}

/** Whoever sends a file that has words of its own cannot give others for it. */
async function readUpload(bytes: Uint8Array, name: string, transcript: string | null | undefined): Promise<SourceText> {
  const source = transcript !== undefined && isPicture(bytes) ? undefined : (await readBytes(bytes, name)).source;
  if (source !== undefined && (transcript === undefined || source.text !== '')) {
    if (typeof transcript !== 'string') return source;
    const detail = '这份文件自己有文字，不用另外给出';
    throw new Refusal('invalid-input', { errors: [{ pointer: '/transcript', detail }] });
  }
  if (typeof transcript !== 'string') throw new Refusal('needs-transcript');
  return plainSource(transcript);
}

/** Which of them it is, null for none, and its text. */
function pickSuperior(
  source: SourceText,
  superiors: PossibleSuperiors | undefined,
): { readonly superior: number | null; readonly texts: PossibleSuperiors['texts'] } {
  const superior = superiors === undefined ? null : chooseSuperior(source, superiors);
  return { superior, texts: superior === null ? [] : (superiors?.texts.slice(superior, superior + 1) ?? []) };
}

function chooseSuperior(source: SourceText, { texts, isNamed }: PossibleSuperiors): number | null {
  if (texts.length === 0) return null;
  return isNamed ? 0 : findSuperior(source, texts);
}

function readForLibrary(source: SourceText): LibraryReading {
  return { source, fingerprints: fingerprintOf(source.text), names: namedDocuments(readDocument(source)) };
}

function getChecker(config: check.CheckConfig): Checker {
  const key = JSON.stringify(config);
  const checker = checkers.get(key) ?? createChecker(config);
  checkers.delete(key); // Setting it again moves it to the end of the order.
  checkers.set(key, checker);
  const [oldest] = checkers.keys();
  if (checkers.size > MOST_CHECKERS && oldest !== undefined) checkers.delete(oldest);
  return checker;
}
