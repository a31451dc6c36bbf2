import type { ReactElement } from 'react';
import { TextEntry } from '../../../ui/entry.tsx';
import type { Decisions, Layout } from './queries.ts';
import { useLayoutWords } from './words.ts';

interface TermsProps {
  readonly layout: Layout;
  readonly isBusy: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}

/** Whether the township looks at the answers, and until when the data are used. */
export function Terms({ layout: { needsApproval, usedUntil }, isBusy, onDecide }: TermsProps): ReactElement {
  const words = useLayoutWords();
  return (
    <div className="layout-terms">
      <label className="tick">
        <input
          type="checkbox"
          checked={needsApproval}
          disabled={isBusy}
          onChange={({ target }) => onDecide({ needsApproval: target.checked })}
        />
        {words.approval}
      </label>
      <TextEntry
        label={words.usedUntil}
        type="date"
        value={usedUntil ?? ''}
        onChange={(day) => onDecide({ usedUntil: day === '' ? null : day })}
      />
    </div>
  );
}
