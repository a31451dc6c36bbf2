/** Two documents set against each other. */
import type { OfficialDocument } from '../../document/read-document.ts';
import { Counterparts } from './counterparts.ts';
import { commonGround, type CommonGround } from './subject.ts';

/** What several comparisons need of both documents is worked out once, when it is first asked for. */
export class DocumentPair {
  readonly lower: OfficialDocument;
  readonly upper: OfficialDocument;
  private sharedGround: CommonGround | null = null;
  private sentencesAbove: Counterparts | null = null;

  constructor(lower: OfficialDocument, upper: OfficialDocument) {
    this.lower = lower;
    this.upper = upper;
  }

  get ground(): CommonGround {
    return (this.sharedGround ??= commonGround(this.lower, this.upper));
  }

  get above(): Counterparts {
    return (this.sentencesAbove ??= new Counterparts(this.lower, this.upper, this.ground.weight));
  }
}
