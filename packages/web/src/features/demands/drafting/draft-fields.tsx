import { demands } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { now } from '../../../clock.ts';
import { dayFrom, fromTypedInstant, toTypedInstant } from '../../../ui/dates.ts';
import { Entry, TextEntry, WordsEntry } from '../../../ui/entry.tsx';
import { useWords } from '../../../words.tsx';
import { BearerPicker } from './bearer-picker.tsx';
import { DetailEntries } from './detail-entries.tsx';
import { emptyDetails } from '../../../details/detail-fields.ts';
import type { Draft } from './draft.ts';

const LONGEST_TITLE = 200;
const LONGEST_ASK = 500;
const LONGEST_PLAN_ITEM = 100;

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** JSON Pointers of what the file does not say. */
  readonly toConfirm: readonly string[];
  /** Its form is attached and says itself how much it asks. */
  readonly isCounted?: boolean;
}

/** Everything a drafter says about a demand. */
export function DraftFields({ draft, onChange, toConfirm, isCounted = false }: DraftFieldsProps): ReactElement {
  const { fields, demandKinds, draft: words, askHint } = useWords();
  function markOf(pointer: string): string | null {
    return toConfirm.includes(pointer) ? words.toConfirm : null;
  }
  return (
    <>
      <WordsEntry
        label={fields['ask'] ?? ''}
        hint={askHint}
        mark={markOf('/ask')}
        value={draft.ask}
        longest={LONGEST_ASK}
        required
        onChange={(ask) => onChange({ ...draft, ask })}
      />
      <TextEntry
        label={fields['title'] ?? ''}
        mark={markOf('/title')}
        value={draft.title}
        longest={LONGEST_TITLE}
        required
        onChange={(title) => onChange({ ...draft, title })}
      />
      <BearerPicker
        chosen={draft.bearers}
        mark={markOf('/bearers')}
        onChange={(bearers) => onChange({ ...draft, bearers: [...bearers] })}
      />
      <div className="detail-entries">
        <TextEntry
          label={fields['dueAt'] ?? ''}
          mark={markOf('/dueAt')}
          type="datetime-local"
          value={toTypedInstant(draft.dueAt)}
          onChange={(typed) => onChange({ ...draft, dueAt: fromTypedInstant(typed) })}
        />
        <TextEntry
          label={fields['expiresOn'] ?? ''}
          mark={markOf('/expiresOn')}
          type="date"
          min={dayFrom(now(), 1)}
          value={draft.expiresOn}
          required
          onChange={(expiresOn) => onChange({ ...draft, expiresOn })}
        />
        <TextEntry
          label={fields['planItem'] ?? ''}
          value={draft.planItem ?? ''}
          longest={LONGEST_PLAN_ITEM}
          onChange={(planItem) => onChange({ ...draft, planItem: planItem === '' ? null : planItem })}
        />
        <Entry label={fields['kind'] ?? ''}>
          {(named) => (
            <select
              {...named}
              className="field"
              value={draft.details.kind}
              onChange={({ target }) =>
                onChange({ ...draft, details: emptyDetails(target.value as demands.DemandKind, now()) })
              }
            >
              {demands.DemandKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {demandKinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Entry>
      </div>
      <DetailEntries
        details={draft.details}
        isCounted={isCounted}
        markOf={markOf}
        onChange={(details) => onChange({ ...draft, details })}
      />
      {isCounted && <p className="soft small">{words.counted}</p>}
    </>
  );
}

/** A draft as it is sent: lines that hold nothing are no sites. */
export function tidy(draft: Draft): Draft {
  const { details } = draft;
  if (details.kind === 'meeting') return { ...draft, details: { ...details, venues: filled(details.venues) } };
  if (details.kind === 'inspection') return { ...draft, details: { ...details, sites: filled(details.sites) } };
  return draft;
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
