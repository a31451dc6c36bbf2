import { breakGlass, demands } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, type Me, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { Entry, WordsEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useOfficesWords } from '../../messages/offices.ts';
import { BreakGlassList } from './break-glass-list.tsx';

/** 破例: what is closed is opened here, for one demand, with a reason, before everybody's eyes; and who did it before. */
export function BreakGlass({ demand }: { readonly demand: string | undefined }): ReactElement {
  const purposes = purposesOf(useMe());
  return (
    <div className="stack">
      {purposes.length > 0 && <OpenForm purposes={purposes} asked={demand} />}
      <BreakGlassList />
    </div>
  );
}

/** Nobody opens what no post of his is for. */
function purposesOf(me: Me): breakGlass.BreakGlassPurpose[] {
  return [
    ...(holds(me, 'office') ? (['decide-alone'] as const) : []),
    ...(holds(me, 'administrator') ? (['see-return-persons'] as const) : []),
  ];
}

interface OpenFormProps {
  readonly purposes: readonly breakGlass.BreakGlassPurpose[];
  /** The demand that he comes from. */
  readonly asked: string | undefined;
}

const LONGEST_REASON = 1000;

function OpenForm({ purposes: [first, ...others], asked }: OpenFormProps): ReactElement | null {
  const { audit: words } = useOfficesWords();
  const [purpose, setPurpose] = useState(first);
  const [demand, setDemand] = useState(asked ?? '');
  const [reason, setReason] = useState('');
  const opening = useOpening(() => setReason(''));
  if (purpose === undefined || first === undefined) return null;
  return (
    <section className="panel glass stack" aria-labelledby="glass-title">
      <h2 id="glass-title">{words.glassTitle}</h2>
      <p className="note note-alarm">
        <b>{words.glassWarning}</b> {words.glassFacts}
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          opening.mutate({ demand, purpose, reason });
        }}
      >
        <DemandChoice value={demand} onChange={setDemand} />
        <Entry label={words.glassPurpose}>
          {(field) => (
            <select
              {...field}
              className="field"
              value={purpose}
              onChange={({ target }) => setPurpose(breakGlass.BreakGlassPurpose.parse(target.value))}
            >
              {[first, ...others].map((one) => (
                <option key={one} value={one}>
                  {words.purposes[one]}
                </option>
              ))}
            </select>
          )}
        </Entry>
        <WordsEntry
          label={words.glassReason}
          hint={words.glassReasonHint}
          value={reason}
          onChange={setReason}
          longest={LONGEST_REASON}
          rows={3}
          required
        />
        <RefusalNote error={opening.error} />
        <div>
          <Button kind="danger" large type="submit" disabled={opening.isPending || reason.trim() === ''}>
            {words.breakNow}
          </Button>
        </div>
      </form>
      <p role="status">{opening.data && <Opened glass={opening.data} />}</p>
    </section>
  );
}

function useOpening(onDone: () => void) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Pick<breakGlass.BreakGlass, 'demand' | 'purpose' | 'reason'>) =>
      call(breakGlass.openBreakGlass, asked),
    onSuccess({ demand }) {
      onDone();
      void queries.invalidateQueries({ queryKey: ['break-glass'] });
      // What may be done with it has changed.
      void queries.invalidateQueries({ queryKey: ['demand', demand] });
    },
  });
}

function Opened({
  glass: { demand, title, until },
}: {
  readonly glass: Pick<breakGlass.BreakGlass, 'demand' | 'title' | 'until'>;
}): ReactElement {
  const { audit: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  return (
    <>
      {words.glassOpen(sayInstant(until, language, now()))} <a href={hrefOf('demands', demand)}>{title}</a>
    </>
  );
}

const MOST_DEMANDS = 200;

interface DemandChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The demands that changed last. Whoever comes from the page of one finds it chosen. */
function DemandChoice({ value, onChange }: DemandChoiceProps): ReactElement {
  const { audit: words } = useOfficesWords();
  const call = useApi();
  const recent = useQuery({
    queryKey: ['demands', 'for-break-glass'],
    queryFn: () => call(demands.listDemands, { limit: MOST_DEMANDS }),
  });
  const asked = useQuery({
    queryKey: ['demand', value],
    queryFn: () => call(demands.readDemand, { id: value }),
    enabled: value !== '',
  });
  const items = recent.data?.items ?? [];
  const isListed = items.some(({ id }) => id === value);
  return (
    <Entry label={words.glassDemand}>
      {(field) => (
        <select {...field} className="field" required value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{words.glassChoose}</option>
          {!isListed && value !== '' && <option value={value}>{asked.data?.title ?? value}</option>}
          {items.map(({ id, title, issuerName }) => (
            <option key={id} value={id}>
              {title} · {issuerName}
            </option>
          ))}
        </select>
      )}
    </Entry>
  );
}
