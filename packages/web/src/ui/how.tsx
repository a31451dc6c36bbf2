import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words.tsx';
import './how.css';

/** How a figure was computed, one tap away from it; on paper it is left out. */
export function How({ children }: { readonly children: ReactNode }): ReactElement {
  const { demand: words } = useWords();
  return (
    <details className="how no-print">
      <summary>{words.assumptions}</summary>
      <div>{children}</div>
    </details>
  );
}
