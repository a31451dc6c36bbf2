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
  return (
    <li
      className={['chain-level', isOpen && 'chain-level-open', isFirst && 'chain-level-first']
        .filter(Boolean)
        .join(' ')}
    >
      <span className="chain-tag">{level.level === null ? '—' : words.levels[level.level]}</span>
      <div className="chain-what">
        {isFirst ? (
          <span className="chain-named">
            <Named level={level} />
          </span>
        ) : (
          <button
            type="button"
            className="chain-open"
            aria-expanded={isOpen}
            aria-controls={evidence}
            onClick={() => onOpen(level.key)}
          >
            <Named level={level} />
          </button>
        )}
        <span className="chain-meta soft small">
          {level.datedOn !== null && <span>{sayDay(level.datedOn, language, now())}</span>}
          {level.href !== null && (
            <a className="chain-link" href={level.href}>
              {words.itsPage}
            </a>
          )}
        </span>
        {isFirst && <span className="soft small">{words.first}</span>}
      </div>
      <dl className="chain-figures">
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

function Named({ level: { issuer, title } }: { readonly level: ShownLevel }): ReactElement {
  if (issuer === null) return <b>{title}</b>;
  return (
    <>
      <b>{issuer}</b> <span>{title}</span>
    </>
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
