import type { codes, DeepReadonly } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { hrefOf } from '../../ui/route.ts';
import { useCodesWords } from '../../messages/codes.ts';
import { useWords } from '../../words.tsx';

type Reading = DeepReadonly<codes.CodeReading>;
type Registered = DeepReadonly<codes.RegisteredDemand>;

/** What a code is worth, in one line; below it what was admitted, to hold against the notice. */
export function CodeAnswer({ reading }: { readonly reading: Reading }): ReactElement {
  const { codes: words } = useCodesWords();
  const { status, code, suggestion, demand, doubt } = reading;
  if (doubt === 'not-ours') {
    return (
      <div className="verdict-line verdict-line-alarm">
        <h2>{words.doubts['not-ours']}</h2>
        <p>{words.doubtAdvice}</p>
      </div>
    );
  }
  return (
    <>
      <div className={`verdict-line codes-${toneOf(status)}`}>
        {code !== null && <p className="codes-code">{code}</p>}
        <h2>{words.status[status]}</h2>
        <p>{words.statusAdvice[status]}</p>
        {suggestion !== null && (
          <p>
            {words.suggestion}{' '}
            <a className="codes-code" href={hrefOf('code', suggestion)}>
              {suggestion}
            </a>
          </p>
        )}
      </div>
      {doubt !== null && <p className="note note-warning">{words.doubts[doubt]}</p>}
      {demand !== null && <RegisteredFacts demand={demand} />}
    </>
  );
}

function toneOf(status: codes.CodeStatus): 'good' | 'over' | 'alarm' {
  if (status === 'admitted') return 'good';
  return status === 'never-admitted' || status === 'mistyped' ? 'alarm' : 'over';
}

function RegisteredFacts({ demand }: { readonly demand: Registered }): ReactElement {
  const { codes: words } = useCodesWords();
  const { demandKinds } = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { ask, title, kind, issuerName, dueAt, expiresOn, bearerCount, totalMinutes, emergency } = demand;
  const cost =
    totalMinutes === null
      ? words.costUnknown
      : words.costEach(duration(totalMinutes.likely / Math.max(1, bearerCount)), duration(totalMinutes.likely));
  const facts: readonly (readonly [name: string, text: string | null])[] = [
    [words.issuer, `${issuerName} · ${demandKinds[kind]}`],
    [words.notice, title],
    [words.due, dueAt === null ? null : sayInstant(dueAt, language, now())],
    [words.expires, sayDay(expiresOn, language, now())],
    [words.bearers, words.bearerCount(bearerCount)],
    [words.cost, cost],
  ];
  return (
    <section className="panel">
      <h2>{ask}</h2>
      {emergency && <p className="note note-warning">{words.emergency}</p>}
      <dl className="facts">
        {facts.map(([name, text]) =>
          text === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
