import type { demands } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { useWords } from '../../words.tsx';
import type { Summary } from './queries.ts';

const TONES: Readonly<Partial<Record<demands.DemandState, string>>> = {
  coordinating: 'tag-wait',
  admitted: 'tag-live',
  running: 'tag-live',
  refused: 'tag-alarm',
  suspended: 'tag-wait',
};

/** Where a demand stands, in a word, and whether it is an emergency use. */
export function StateTag({
  demand: { state, submitted, emergency },
}: {
  readonly demand: Pick<Summary, 'state' | 'submitted' | 'emergency'>;
}): ReactElement {
  const { states, awaiting, demand: words } = useWords();
  const waits = state === 'screened' && submitted;
  return (
    <>
      <span className={`tag ${waits ? 'tag-wait' : (TONES[state] ?? '')}`}>{waits ? awaiting : states[state]}</span>
      {emergency && <span className="tag tag-alarm">{words.emergency}</span>}
    </>
  );
}
