import type { ReactElement } from 'react';
import { How } from '../../../ui/how.tsx';
import { useMessages } from '../../../ui/language.tsx';
import type { Assessment } from './queries.ts';
import { useLayoutWords } from './words.ts';

/** What the form costs a bearer before and after what is known has been filled in. */
export function Verdict({ assessment }: { readonly assessment: Assessment }): ReactElement {
  const words = useLayoutWords();
  const { duration } = useMessages();
  const { verdict, before, after, producible, missingMarks, explanation } = assessment;
  return (
    <div className="layout-verdict">
      <p>
        <b>{verdict}</b>
      </p>
      <p className="soft">{words.minutes(duration(before.likely), duration(after.likely))}</p>
      {producible > 0 && <p className="note">{words.produced(producible)}</p>}
      {missingMarks.length > 0 && (
        <p className="note note-warning">
          {words.marks}：{missingMarks.map((mark) => words.markNames[mark]).join('、')}。{words.marksHint}
        </p>
      )}
      <How>
        <p>{explanation}</p>
      </How>
    </div>
  );
}
