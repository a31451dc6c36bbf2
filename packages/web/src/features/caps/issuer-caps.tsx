import { caps, Refusal, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { How } from '../../ui/how.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useUnits } from '../../units.ts';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';
import { CapDesk } from './cap-desk.tsx';
import { shareOf } from './standing.ts';

type Cap = DeepReadonly<caps.Cap>;
type Forecast = DeepReadonly<caps.CapForecast>;

/** One issuer's caps of a year: used, left, and where each is heading; the office grants and transfers. */
export function IssuerCapsView({ issuer, year }: { readonly issuer: string; readonly year: number }): ReactElement {
  const { caps: words } = useCapsWords();
  const { demand } = useWords();
  const mayGrant = holds(useMe(), 'office');
  const { data: units = [] } = useUnits();
  const { own, forecasts, error } = useIssuer(issuer, year);
  const [open, setOpen] = useState<caps.CapMeasure | null>(null);
  const present = new Map(own.map((cap) => [cap.measure, cap]));
  const missing = caps.CapMeasure.options.filter((measure) => !present.has(measure));
  return (
    <section className="panel stack caps-issuer">
      <a className="back caps-back" href={hrefOf('caps')}>
        ← {demand.back}
      </a>
      <h2>{units.find(({ code }) => code === issuer)?.name ?? issuer}</h2>
      <RefusalNote error={error} />
      {own.length === 0 && <p className="soft">{words.noneGranted}</p>}
      <ul className="caps-measures">
        {own.map((cap) => (
          <li key={cap.measure}>
            <Standing cap={cap} forecast={forecasts.find(({ measure }) => measure === cap.measure)} />
            {mayGrant && (
              <Button
                aria-expanded={open === cap.measure}
                aria-label={words.editOf(words.measures[cap.measure])}
                onClick={() => setOpen(open === cap.measure ? null : cap.measure)}
              >
                {words.edit}
              </Button>
            )}
            {open === cap.measure && <CapDesk issuer={issuer} year={year} measure={cap.measure} />}
          </li>
        ))}
      </ul>
      {mayGrant && missing.length > 0 && (
        <div className="stack">
          <div className="choices" role="group" aria-label={words.addMeasure}>
            {missing.map((measure) => (
              <button
                key={measure}
                type="button"
                className="choice"
                aria-pressed={open === measure}
                onClick={() => setOpen(open === measure ? null : measure)}
              >
                ＋ {words.measures[measure]}
              </button>
            ))}
          </div>
          {open !== null && missing.includes(open) && <CapDesk issuer={issuer} year={year} measure={open} />}
        </div>
      )}
    </section>
  );
}

/** What the issuer has, and the forecasts; a year to come has none. */
function useIssuer(
  issuer: string,
  year: number,
): { readonly own: readonly Cap[]; readonly forecasts: readonly Forecast[]; readonly error: Error | null } {
  const call = useApi();
  const list = useQuery({
    queryKey: ['caps', year],
    queryFn: () => call(caps.listCaps, { year }),
  });
  const forecast = useQuery({
    queryKey: ['cap-forecasts', issuer, year],
    queryFn: () => call(caps.forecastCaps, { issuer, year }),
    retry: false,
  });
  const hasNone = forecast.error instanceof Refusal && forecast.error.code === 'wrong-state';
  return {
    own: (list.data?.caps ?? []).filter((cap) => cap.issuer === issuer),
    forecasts: forecast.data?.forecasts ?? [],
    error: list.error ?? (hasNone ? null : forecast.error),
  };
}

function Standing({ cap, forecast }: { readonly cap: Cap; readonly forecast: Forecast | undefined }): ReactElement {
  const { caps: words } = useCapsWords();
  const { measure, used, granted, left } = cap;
  const share = shareOf(cap);
  function say(value: number): string {
    return words.amount(measure, value);
  }
  const isOver = left !== null && left < 0;
  return (
    <div className="caps-standing">
      <b>{words.measures[measure]}</b>
      <span>
        {words.used(say(used))} · {granted === null ? words.notGranted : words.granted(say(granted))}
        {left !== null && (
          <span className={isOver ? 'caps-alarm' : undefined}>
            {' '}
            · {isOver ? words.exceeded(say(-left)) : words.left(say(left))}
          </span>
        )}
      </span>
      {share >= 0 && <ShareBar share={share} />}
      {forecast && <Outlook cap={cap} forecast={forecast} />}
    </div>
  );
}

/** Where the year is heading, and how that is worked out. */
function Outlook({ cap, forecast }: { readonly cap: Cap; readonly forecast: Forecast }): ReactElement {
  const { caps: words } = useCapsWords();
  const { measure, granted } = cap;
  const { used, low, likely, high, explanation } = forecast;
  function say(value: number): string {
    return words.amount(measure, value);
  }
  return (
    <>
      {high > used && (
        <span className={granted !== null && likely > granted ? 'caps-alarm small' : 'soft small'}>
          {words.forecast(say(likely), say(low), say(high))}
        </span>
      )}
      <How>
        <p>
          {measure === 'minutes' && words.minutesNote}
          {explanation}
        </p>
      </How>
    </>
  );
}
