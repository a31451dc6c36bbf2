import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { Entry, TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useUnits } from '../../units.ts';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';

type History = DeepReadonly<caps.CapHistory>;

interface CapKey {
  readonly issuer: string;
  readonly year: number;
  readonly measure: caps.CapMeasure;
}

const LONGEST_REASON = 1000;
const LONGEST_SOURCE = 200;

/** One cap under the office's hands: its history, a new grant, a transfer. */
export function CapDesk(key: CapKey): ReactElement {
  const { loading } = useWords();
  const call = useApi();
  const { issuer, year, measure } = key;
  const { data, error } = useQuery({
    queryKey: ['cap', issuer, year, measure],
    queryFn: () => call(caps.readCap, { issuer, year, measure }),
  });
  if (!data) return error === null ? <p className="soft">{loading}</p> : <RefusalNote error={error} />;
  return (
    <div className="caps-desk stack">
      <GrantForm cap={data} />
      {(data.granted ?? 0) > 0 && <TransferForm cap={data} />}
      <Changes cap={data} />
    </div>
  );
}

/** People think in hours, the register counts minutes. */
function perShown(measure: caps.CapMeasure): number {
  return measure === 'minutes' ? 60 : 1;
}

/** What is typed for a change of a cap. */
interface Grounds {
  readonly amount: string;
  readonly reason: string;
  readonly source: string;
}

const NOTHING: Grounds = { amount: '', reason: '', source: '' };

function GrantForm({ cap }: { readonly cap: History }): ReactElement {
  const { caps: words } = useCapsWords();
  const call = useApi();
  const { issuer, year, measure, version } = cap;
  const [given, setGiven] = useState(NOTHING);
  const refresh = useRefresh(cap);
  const granting = useMutation({
    mutationFn: () => call(caps.grantCap, { issuer, year, measure, ...amountOf(given, measure) }, { ifMatch: version }),
    onSuccess: () => setGiven(NOTHING),
    onSettled: refresh,
  });
  return (
    <form
      className="stack"
      aria-label={words.grantTitle(words.measures[measure])}
      onSubmit={(event) => {
        event.preventDefault();
        granting.mutate();
      }}
    >
      <b>{words.grantTitle(words.measures[measure])}</b>
      <GroundsFields
        label={measure === 'minutes' ? words.hoursField : words.amountField}
        least={0}
        given={given}
        onChange={setGiven}
      />
      <Save saving={granting.isPending} saved={granting.isSuccess} error={granting.error} />
    </form>
  );
}

function TransferForm({ cap }: { readonly cap: History }): ReactElement {
  const { caps: words } = useCapsWords();
  const call = useApi();
  const { issuer, year, measure } = cap;
  const { data: all } = useQuery({ queryKey: ['caps', year], queryFn: () => call(caps.listCaps, { year }) });
  const others = (all?.caps ?? []).filter(
    (other) => other.measure === measure && other.issuer !== issuer && other.granted !== null,
  );
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const [given, setGiven] = useState(NOTHING);
  const refresh = useRefresh(cap);
  const transferring = useMutation({
    mutationFn: () => call(caps.transferCap, { year, measure, from: issuer, to, ...amountOf(given, measure) }),
    onSuccess: () => setGiven(NOTHING),
    onSettled: refresh,
  });
  if (others.length === 0) return <></>;
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{words.transferTitle(words.measures[measure])}</Button>
      </div>
    );
  }
  return (
    <form
      className="stack"
      aria-label={words.transferTitle(words.measures[measure])}
      onSubmit={(event) => {
        event.preventDefault();
        transferring.mutate();
      }}
    >
      <b>{words.transferTitle(words.measures[measure])}</b>
      <Entry label={words.to}>
        {(named) => (
          <select {...named} className="field" required value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="" />
            {others.map((other) => (
              <option key={other.issuer} value={other.issuer}>
                {other.issuerName}
              </option>
            ))}
          </select>
        )}
      </Entry>
      <GroundsFields
        label={measure === 'minutes' ? words.transferHoursField : words.transferField}
        least={1}
        given={given}
        onChange={setGiven}
      />
      <Save saving={transferring.isPending} saved={transferring.isSuccess} error={transferring.error} />
    </form>
  );
}

function amountOf(given: Grounds, measure: caps.CapMeasure): { amount: number; reason: string; source: string } {
  const { amount, reason, source } = given;
  return { amount: Math.round(Number(amount) * perShown(measure)), reason, source };
}

interface GroundsFieldsProps {
  readonly label: string;
  readonly least: number;
  readonly given: Grounds;
  readonly onChange: (given: Grounds) => void;
}

function GroundsFields({ label, least, given, onChange }: GroundsFieldsProps): ReactElement {
  const { caps: words } = useCapsWords();
  return (
    <div className="caps-fields">
      <TextEntry
        label={label}
        type="number"
        inputMode="numeric"
        min={least}
        value={given.amount}
        onChange={(amount) => onChange({ ...given, amount })}
        required
      />
      <TextEntry
        label={words.reason}
        value={given.reason}
        onChange={(reason) => onChange({ ...given, reason })}
        longest={LONGEST_REASON}
        required
      />
      <TextEntry
        label={words.source}
        hint={words.sourceHint}
        value={given.source}
        onChange={(source) => onChange({ ...given, source })}
        longest={LONGEST_SOURCE}
        required
      />
    </div>
  );
}

interface SaveProps {
  readonly saving: boolean;
  readonly saved: boolean;
  readonly error: Error | null;
}

/** The button, and what became of it. Whoever was overtaken keeps what he typed. */
export function Save({ saving, saved, error }: SaveProps): ReactElement {
  const { caps: words } = useCapsWords();
  return (
    <>
      <div className="row">
        <Button kind="primary" type="submit" disabled={saving}>
          {saving ? words.saving : words.save}
        </Button>
        <span role="status">{saved && words.saved}</span>
      </div>
      <RefusalNote error={error} />
    </>
  );
}

/** Reads everything that a change of this cap may have moved. */
function useRefresh({ issuer, year }: CapKey): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['cap'] }),
      queries.invalidateQueries({ queryKey: ['caps', year] }),
      queries.invalidateQueries({ queryKey: ['cap-forecasts', issuer, year] }),
    ]);
}

function Changes({ cap: { changes, measure } }: { readonly cap: History }): ReactElement {
  const { caps: words } = useCapsWords();
  const [{ language }] = usePreferences();
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (
    <div>
      <b>{words.history}</b>
      {changes.length === 0 && <p className="soft">{words.noHistory}</p>}
      <ul className="lines">
        {changes.map(({ version, change, reason, source, counterpart, by, at }) => (
          <li key={version}>
            <span className="lines-main">
              {words.change(`${change > 0 ? '＋' : ''}${words.amount(measure, change)}`, reason)}
              <small>
                {source} · {by} · {sayInstant(at, language, now())}
                {counterpart !== null && ` · ${words.with(names.get(counterpart) ?? counterpart)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
