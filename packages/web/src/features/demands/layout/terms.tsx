import { type ReactElement, useState } from 'react';
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
  // The tick is seen at once; what the server says afterwards counts.
  const [wish, setWish] = useState({ is: needsApproval, of: needsApproval });
  return (
    <div className="layout-terms">
      <label className="tick">
        <input
          type="checkbox"
          checked={wish.of === needsApproval ? wish.is : needsApproval}
          disabled={isBusy}
          onChange={({ target }) => {
            setWish({ is: target.checked, of: needsApproval });
            onDecide({ needsApproval: target.checked });
          }}
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
