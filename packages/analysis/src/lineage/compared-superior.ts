/** A superior's document beside the one that is read. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { Span } from '../document/stance.ts';
import { findCopied, sourceOf, type CopiedShare } from './copying/copied-share.ts';
import { findAddedDemands } from './targets/added-demands.ts';
import { DocumentPair } from './targets/document-pair.ts';
import { findLocalMeasures } from './targets/local-measures.ts';
import { findRaised, type RaisedTarget } from './targets/raised.ts';
import { findSqueezedDeadlines, type SqueezedDeadline } from './targets/squeezed-deadlines.ts';

/** Every part is worked out once, when it is first asked for. Offsets are into the normalised texts of their sides. */
export class ComparedSuperior {
  readonly document: OfficialDocument;
  readonly superior: OfficialDocument;
  private readonly pair: DocumentPair;
  private copiedParts: CopiedShare | null = null;
  private raisedTargets: readonly RaisedTarget[] | null = null;
  private squeezedDeadlines: readonly SqueezedDeadline[] | null = null;
  private addedDemands: readonly Span[] | null = null;
  private localMeasures: readonly Span[] | null = null;

  constructor(document: OfficialDocument, superior: OfficialDocument) {
    this.document = document;
    this.superior = superior;
    this.pair = new DocumentPair(document, superior);
  }

  get copied(): CopiedShare {
    return (this.copiedParts ??= findCopied(this.document, sourceOf(this.superior)));
  }

  get raised(): readonly RaisedTarget[] {
    return (this.raisedTargets ??= findRaised(this.pair));
  }

  get squeezed(): readonly SqueezedDeadline[] {
    return (this.squeezedDeadlines ??= findSqueezedDeadlines(this.pair));
  }

  /** Demands that the superior's text does not hold; a sentence handed on is none, a turned one may be. */
  get added(): readonly Span[] {
    const handedOn = this.copied.passages.filter(({ kind }) => kind !== 'changed');
    return (this.addedDemands ??= findAddedDemands(this.pair, handedOn));
  }

  get local(): readonly Span[] {
    return (this.localMeasures ??= findLocalMeasures(this.document, this.pair.above));
  }

  /** The superior's own words at a place of its normalised text. */
  superiorQuote({ start, end }: Span): string {
    const { normalised, source } = this.superior;
    return source.text.slice(normalised.toSource(start), normalised.toSourceEnd(end));
  }
}
