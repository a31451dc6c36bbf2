import { type ReactElement, useMemo, useState } from 'react';
import { useMessages } from '../ui/language.tsx';
import { type Stretch, tellLinesApart } from './differences.ts';
import './chain.css';

/** Equal words longer than this hide what differs: their middle is left out until it is asked for. */
const LONGEST_EQUAL = 90;
const KEPT_AT_EACH_END = 28;

interface LinesProps {
  readonly above: string;
  readonly below: string;
}

interface SideBySideProps extends LinesProps {
  readonly note: string;
  /** The note is a warning. */
  readonly loud?: boolean;
}

/** One row of a list, with what it is about. */
export function SideBySide({ note, loud = false, above, below }: SideBySideProps): ReactElement {
  return (
    <li className="chain-row chain-pair" tabIndex={-1}>
      <span className={`tag${loud ? ' tag-alarm' : ''}`}>{note}</span>
      <Lines above={above} below={below} />
    </li>
  );
}

/** The words of the superior and of the level sentence by sentence, the differing ones marked. */
export function Lines({ above, below }: LinesProps): ReactElement {
  const { chain: words } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const lines = useMemo(() => tellLinesApart(above, below), [above, below]);
  const isLong = lines.some((line) => line.some(isTooLong));
  return (
    <div className="chain-lines">
      {lines.map((line, place) => (
        <div key={place} className="chain-line">
          <p>
            <span className="chain-side">{words.above}</span> <Side side="above" line={line} isWhole={isWhole} />
          </p>
          <p>
            <span className="chain-side">{words.below}</span> <Side side="below" line={line} isWhole={isWhole} />
          </p>
        </div>
      ))}
      {isLong && !isWhole && (
        <button type="button" className="plain-button chain-whole no-print" onClick={() => setWhole(true)}>
          {words.whole}
        </button>
      )}
    </div>
  );
}

function isTooLong({ same, below }: Stretch): boolean {
  return same && below.length > LONGEST_EQUAL;
}

interface SideProps {
  readonly side: 'above' | 'below';
  readonly line: readonly Stretch[];
  readonly isWhole: boolean;
}

function Side({ side, line, isWhole }: SideProps): ReactElement[] {
  const { chain } = useMessages();
  return line.flatMap((stretch, place) => {
    const words = stretch[side];
    if (words === '') return [];
    if (!stretch.same) return [<mark key={place}>{words}</mark>];
    if (isWhole || words.length <= LONGEST_EQUAL) return [<span key={place}>{words}</span>];
    return [
      <span key={place}>
        {words.slice(0, KEPT_AT_EACH_END)}
        <span className="soft">{chain.sameWords(words.length - 2 * KEPT_AT_EACH_END)}</span>
        {words.slice(-KEPT_AT_EACH_END)}
      </span>,
    ];
  });
}
