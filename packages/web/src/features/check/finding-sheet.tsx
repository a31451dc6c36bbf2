import type { Finding } from '@qingzhuang/analysis';
import { Button, Drawer } from 'antd';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { FindingDetail, type RewriteChoice } from './finding-detail.tsx';
import './panels.css';

export interface FindingSheetProps {
  readonly findings: readonly Finding[];
  readonly order: readonly number[];
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  readonly titleOf: (finding: Finding) => string;
  readonly choiceOf: (index: number) => RewriteChoice | null;
}

/** A finding as a sheet from the bottom of a phone: the text stays visible above it. */
export function FindingSheet({
  findings,
  order,
  selected,
  onSelect,
  titleOf,
  choiceOf,
}: FindingSheetProps): ReactElement {
  const { findings: words, severity } = useMessages();
  const finding = selected === null ? undefined : findings[selected];
  const place = selected === null ? -1 : order.indexOf(selected);
  const [previous, next] = [order[place - 1], order[place + 1]];
  return (
    <Drawer
      open={finding !== undefined}
      placement="bottom"
      size="auto"
      mask={false}
      title={finding && `${severity[finding.severity]} · ${words.position(place + 1, order.length)}`}
      onClose={() => onSelect(null)}
      rootClassName="bottom-sheet"
      styles={{ section: { maxHeight: '56vh' }, body: { padding: '12px 0 0' } }}
      footer={
        <div className="bottom-steps">
          <Button disabled={previous === undefined} onClick={() => onSelect(previous ?? null)}>
            {words.previous}
          </Button>
          <Button disabled={next === undefined} onClick={() => onSelect(next ?? null)}>
            {words.next}
          </Button>
        </div>
      }
    >
      {finding && selected !== null && (
        <article className={`finding-${finding.severity}`}>
          <p className="finding-severity">
            <i className={`dot dot-${finding.severity}`} />
            {titleOf(finding)}
          </p>
          <p className="popover-message">{finding.message}</p>
          <FindingDetail finding={finding} title={titleOf(finding)} choice={choiceOf(selected)} />
        </article>
      )}
    </Drawer>
  );
}
