import { type ReactElement, useState } from 'react';
import { now } from '../../../clock.ts';
import { sayDay, sayInstant } from '../../../ui/dates.ts';
import { usePreferences } from '../../../ui/preferences.ts';
import { useWords, type WorkWords } from '../../../words.tsx';
import { useUnits } from '../../../units.ts';
import type { Demand } from '../queries.ts';
import { sayDetails } from '../../../details/say-details.ts';
import { Button } from '../../../ui/button.tsx';
import { differencesOf, type Draft, draftOf, type KeptDraft, withField } from './draft.ts';

interface ConflictProps {
  readonly demand: Demand;
  readonly kept: KeptDraft;
  /** The draft both agree on; from here on it is one's own on the newest version. */
  readonly onSettle: (draft: Draft) => void;
}

/** Somebody else has saved meanwhile: what differs, side by side, to choose from. */
export function Conflict({ demand, kept, onSettle }: ConflictProps): ReactElement {
  const { draft: words, fields } = useWords();
  const say = useSayField();
  const [taken, setTaken] = useState<readonly (keyof Draft)[]>([]);
  const theirs = draftOf(demand);
  const settled = taken.reduce((draft, field) => withField(draft, theirs, field), kept.draft);
  return (
    <section className="note note-warning stack" role="alert">
      <b>{words.conflict}</b>
      <p>{words.conflictLead}</p>
      <ul className="conflict">
        {differencesOf(theirs, kept.draft).map(({ field }) => {
          const name = field === 'details' ? '' : (fields[field] ?? field);
          const takesTheirs = taken.includes(field);
          return (
            <li key={field}>
              <b>{name}</b>
              <div className="side-by-side">
                <Choice
                  title={words.theirs}
                  isChosen={takesTheirs}
                  text={say(theirs, field)}
                  onChoose={() => setTaken([...taken, field])}
                />
                <Choice
                  title={words.yours}
                  isChosen={!takesTheirs}
                  text={say(kept.draft, field)}
                  onChoose={() => setTaken(taken.filter((one) => one !== field))}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <div>
        <Button kind="primary" onClick={() => onSettle(settled)}>
          {words.keepAll}
        </Button>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ title, text, isChosen, onChoose }: ChoiceProps): ReactElement {
  return (
    <button type="button" className="choice conflict-choice" aria-pressed={isChosen} onClick={onChoose}>
      <small>{title}</small>
      <span>{text}</span>
    </button>
  );
}

function useSayField(): (draft: Draft, field: keyof Draft) => string {
  const words = useWords();
  const [{ language }] = usePreferences();
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (draft, field) => sayField(draft, field, { words, language, nameOf: (code) => names.get(code) ?? code });
}

interface Speech {
  readonly words: WorkWords;
  readonly language: string;
  readonly nameOf: (code: string) => string;
}

function sayField(draft: Draft, field: keyof Draft, { words, language, nameOf }: Speech): string {
  if (field === 'details') return sayDetails(draft.details, words, language);
  if (field === 'bearers') return draft.bearers.map(nameOf).join('、');
  if (field === 'issuer') return nameOf(draft.issuer);
  if (field === 'expiresOn') return sayDay(draft.expiresOn, language, now());
  const value = draft[field];
  if (value === null) return words.draft.none;
  return field === 'dueAt' ? sayInstant(value, language, now()) : value;
}
