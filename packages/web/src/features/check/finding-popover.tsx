import type { Finding } from '@qingzhuang/analysis';
import { type CSSProperties, type ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { FindingDetail, type RewriteChoice } from './finding-detail.tsx';

/** Where the pointer rests: the findings under it and the place of the mark in the sheet, in pixels. */
export interface Hover {
  readonly findings: readonly number[];
  readonly left: number;
  readonly top: number;
  /** The card hangs above the mark, for want of room below it. */
  readonly above: boolean;
}

export interface FindingPopoverProps {
  readonly hover: Hover;
  readonly findings: readonly Finding[];
  readonly titleOf: (finding: Finding) => string;
  readonly choiceOf: (index: number) => RewriteChoice | null;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

const WIDTH = 380;
const GAP = 6;
/** Most of a card's height; with less room below the mark it hangs above. */
const ROOM = 340;

/** The card beside a mark. The pointer may move into it. Keyboard and touch use the list and the bottom sheet instead. */
export function FindingPopover({
  hover,
  findings,
  titleOf,
  choiceOf,
  onEnter,
  onLeave,
}: FindingPopoverProps): ReactElement {
  const { severity } = useMessages();
  const { left, top, above } = hover;
  const style: CSSProperties = { left, top, width: WIDTH, translate: above ? '0 -100%' : 'none' };
  return (
    <div className="popover" style={style} onPointerEnter={onEnter} onPointerLeave={onLeave}>
      {hover.findings.map((index) => {
        const finding = findings[index];
        return (
          finding && (
            <article key={index} className={`popover-finding finding-${finding.severity}`}>
              <p className="finding-severity">
                <i className={`dot dot-${finding.severity}`} />
                {severity[finding.severity]} · {titleOf(finding)}
              </p>
              <p className="popover-message">{finding.message}</p>
              <FindingDetail finding={finding} title={titleOf(finding)} choice={choiceOf(index)} />
            </article>
          )
        );
      })}
    </div>
  );
}

/** The popover's place for a mark, kept inside the sheet. */
export function placeHover(mark: Element, sheet: Element, findings: readonly number[]): Hover {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left - frame.left, frame.width - WIDTH - 8));
  const above = box.bottom + ROOM > innerHeight && box.top > ROOM;
  return { findings, left, top: (above ? box.top - GAP : box.bottom + GAP) - frame.top, above };
}
