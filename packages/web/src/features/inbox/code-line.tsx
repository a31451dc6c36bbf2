import type { ReactElement } from 'react';
import { useWords } from '../../words.tsx';
import type { InboxTask } from './queries.ts';

/** Whether the code obliges anybody today, in words. */
export function CodeLine({
  task: { code, codeState },
}: {
  readonly task: Pick<InboxTask, 'code' | 'codeState'>;
}): ReactElement {
  const { inbox: words } = useWords();
  return (
    <p className={codeState === 'admitted' && code !== null ? 'task-code' : 'task-code task-code-void'}>
      {code === null ? words.noCode : words.codes[codeState](code)}
    </p>
  );
}
