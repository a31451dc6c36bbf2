import { COPIED_TOO_MUCH } from '@qingzhuang/analysis';
import type { ReactElement } from 'react';
import { now } from '../clock.ts';
import { sayDay } from '../ui/dates.ts';
import { useMessages } from '../ui/language.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { ShareBar } from '../ui/share-bar.tsx';
import { type Figure, figuresOf } from './chain-figures.ts';
import type { ShownLevel } from './chain-level.ts';

interface ChainPictureProps {
  readonly levels: readonly ShownLevel[];
  readonly below: readonly ShownLevel[];
  readonly belowCount: number;
  /** Key of the level whose evidence is shown. */
  readonly open: string | null;
  /** Where the evidence stands. */
  readonly evidence: string;
  readonly onOpen: (key: string) => void;
}

/** All levels, one under the other, the same figures in the same places. */
export function ChainPicture({ levels, below, belowCount, ...choice }: ChainPictureProps): ReactElement {
  const { chain: words } = useMessages();
  return (
    <>
      <ol className="chain-levels" aria-label={words.label}>
        {levels.map((level) => (
          <LevelCard key={level.key} level={level} {...choice} />
        ))}
      </ol>
      {below.length > 0 && (
        <section className="chain-below">
          <h2>{words.belowTitle(belowCount)}</h2>
          {belowCount > below.length && <p className="soft small">{words.notSent(below.length, belowCount)}</p>}
          <ol className="chain-levels">
            {below.map((level) => (
              <LevelCard key={level.key} level={level} {...choice} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface LevelCardProps extends Pick<ChainPictureProps, 'open' | 'evidence' | 'onOpen'> {
  readonly level: ShownLevel;
}

function LevelCard({ level, open, evidence, onOpen }: LevelCardProps): ReactElement {
  const messages = useMessages();
  const { chain: words } = messages;
  const [{ language }] = usePreferences();
  const isOpen = open === level.key;
  const isFirst = level.comparison === null;
  const issued = [level.issuer, level.datedOn === null ? null : sayDay(level.datedOn, language, now())];
  return (
    <li
      className={['chain-level', isOpen && 'chain-level-open', isFirst && 'chain-level-first']
        .filter(Boolean)
        .join(' ')}
    >
      <span className="chain-tag">{level.level === null ? '—' : words.levels[level.level]}</span>
      <div className="chain-what">
        {isFirst ? (
          <b>{level.title}</b>
        ) : (
          <button
            type="button"
            className="chain-open"
            aria-expanded={isOpen}
            aria-controls={evidence}
            onClick={() => onOpen(level.key)}
          >
            {level.title}
          </button>
        )}
        <span className="soft small">{issued.filter((part) => part !== null).join(' · ') || words.noIssuer}</span>
        {level.href !== null && (
          <a className="small chain-link" href={level.href}>
            {words.itsPage}
          </a>
        )}
      </div>
      <dl className="chain-figures">
        {isFirst && <dd className="chain-first soft small">{words.first}</dd>}
        {figuresOf(level, messages).map((figure, place) => (
          <FigureCell key={figure.name} figure={figure}>
            {place === 0 && level.comparison !== null && (
              <ShareBar
                share={level.comparison.copiedShare}
                alarming={level.comparison.copiedShare >= COPIED_TOO_MUCH}
              />
            )}
          </FigureCell>
        ))}
      </dl>
    </li>
  );
}

function FigureCell({ figure, children }: { readonly figure: Figure; readonly children: ReactElement | false }) {
  const { name, value, note, weighs } = figure;
  return (
    <div>
      <dt>{name}</dt>
      <dd className={weighs ? 'chain-weighs' : undefined}>
        {value}
        {children}
        {note !== '' && <small>{note}</small>}
      </dd>
    </div>
  );
}
