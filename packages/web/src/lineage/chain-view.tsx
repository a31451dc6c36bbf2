import { type ReactElement, useId, useState } from 'react';
import { useMessages } from '../ui/language.tsx';
import { ChainEvidence } from './chain-evidence.tsx';
import { ChainExport } from './chain-export.tsx';
import { headlineOf } from './chain-figures.ts';
import { type ComparedLevel, isCompared, type ShownLevel } from './chain-level.ts';
import { ChainPicture } from './chain-picture.tsx';
import './chain.css';

export interface ChainViewProps {
  /** From the highest to the lowest. */
  readonly levels: readonly ShownLevel[];
  /** Documents that were made from the last level, each beside it. */
  readonly below?: readonly ShownLevel[];
  /** How many there are below, where not all of them are shown. */
  readonly belowCount?: number;
}

interface Pair {
  readonly own: ComparedLevel;
  readonly above: ShownLevel;
}

/** The whole chain at a glance, and below it the evidence of the level that is open; at first the lowest of the chain. */
export function ChainView({ levels, below = [], belowCount = below.length }: ChainViewProps): ReactElement {
  const messages = useMessages();
  const { chain: words } = messages;
  const evidence = useId();
  const pairs = pairsOf(levels, below);
  const [wanted, setWanted] = useState<string | null>(null);
  const lowest = pairs.findLast(({ own }) => levels.includes(own)) ?? pairs.at(-1);
  const open = pairs.find(({ own }) => own.key === wanted) ?? lowest;
  return (
    <div className="chain">
      <div className="chain-head">
        <p className="chain-headline">
          {headlineOf(levels, messages).map((sentence) => (
            <span key={sentence} className="clause">
              {sentence}
            </span>
          ))}
        </p>
        <ChainExport levels={levels} below={below} />
      </div>
      <ChainPicture
        levels={levels}
        below={below}
        belowCount={belowCount}
        open={open?.own.key ?? null}
        evidence={evidence}
        onOpen={setWanted}
      />
      <p className="soft small chain-hint">{words.localHint}</p>
      <div id={evidence}>{open && <ChainEvidence key={open.own.key} own={open.own} above={open.above} />}</div>
    </div>
  );
}

/** Each level with the one that it stands beside. */
function pairsOf(levels: readonly ShownLevel[], below: readonly ShownLevel[]): Pair[] {
  const last = levels.at(-1);
  const besides = [
    ...levels.map((own, place) => ({ own, above: levels[place - 1] })),
    ...below.map((own) => ({ own, above: last })),
  ];
  return besides.flatMap(({ own, above }) => (above && isCompared(own) ? [{ own, above }] : []));
}
