import type { ReactElement, ReactNode } from 'react';
import { now } from '../../clock.ts';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import { Honesty } from './honesty.tsx';
import { sayDetails } from '../../details/say-details.ts';
import type { Demand } from './queries.ts';

const MOST_NAMES = 12;

/** By when, how long, who, why: what a bearer asks first. */
export function Facts({ demand }: { readonly demand: Demand }): ReactElement {
  const words = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { dueAt, screening, issuerName, bearers, expiresOn, planItem, files, id } = demand;
  const names = bearers.slice(0, MOST_NAMES).map(({ name }) => name);
  const rest = bearers.length - names.length;
  return (
    <dl className="facts">
      <Fact name={words.demand.due}>
        {dueAt === null ? words.demand.noDue : <b>{sayInstant(dueAt, language, now())}</b>}
      </Fact>
      {screening && (
        <Fact name={words.demand.howLong}>
          <b>{duration(screening.perBearerMinutes.likely)}</b>
        </Fact>
      )}
      <Fact name={words.demand.issuer}>{issuerName}</Fact>
      <Honesty issuer={demand.issuer} />
      <Fact name={words.demand.bearers}>
        {names.join('、')}
        {rest > 0 && (
          <details>
            <summary>{words.demand.bearerCount(bearers.length)}</summary>
            {bearers
              .slice(MOST_NAMES)
              .map(({ name }) => name)
              .join('、')}
          </details>
        )}
      </Fact>
      <Fact name={words.demand.expires}>{sayDay(expiresOn, language, now())}</Fact>
      {planItem !== null && <Fact name={words.demand.planItem}>{planItem}</Fact>}
      <Fact name={words.demand.details}>{sayDetails(demand.details, words, language)}</Fact>
      {files.length > 0 && (
        <Fact name={words.demand.files}>
          {files.map(({ sha256, name }) => (
            <a key={sha256} href={`/api/v1/demands/${id}/files/${sha256}`} download={name}>
              {name}
            </a>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
