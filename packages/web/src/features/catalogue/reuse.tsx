import { forms } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { How } from '../../ui/how.tsx';
import { useMessages } from '../../ui/language.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { useCatalogueWords } from './words.ts';

/** What using data again has saved this year, by issuer and by form. Bearers are not compared. */
export function ReusePart(): ReactElement {
  const words = useCatalogueWords();
  const { loading } = useWords();
  const { duration } = useMessages();
  const call = useApi();
  const { data, error } = useQuery({ queryKey: ['reuse'], queryFn: () => call(forms.readReuse, {}) });
  if (!data) return error === null ? <p className="soft">{loading}</p> : <RefusalNote error={error} />;
  const { total, issuers, explanation } = data;
  return (
    <>
      <section className="panel stack">
        <p className="catalogue-verdict">
          {total.prefilledShare === null
            ? words.reuseNone
            : words.reuseVerdict(duration(total.minutesSaved), sayShare(total.prefilledShare))}
        </p>
        <How>
          <p>{explanation}</p>
        </How>
        <p>
          <a href="/api/v1/forms/reuse.csv" download>
            {words.csv}
          </a>
        </p>
      </section>
      {issuers.length > 0 && (
        <ReuseTable
          title={words.reuseIssuers}
          first={words.issuer}
          rows={issuers.map((one) => ({ ...one, key: one.issuer, name: one.issuerName }))}
        />
      )}
      {data.forms.length > 0 && (
        <ReuseTable
          title={words.reuseForms}
          first={words.form}
          rows={data.forms.map((form) => ({
            ...form,
            key: form.demand,
            name: <a href={hrefOf('demands', form.demand)}>{form.title}</a>,
          }))}
        />
      )}
    </>
  );
}

interface Row {
  readonly key: string;
  readonly name: ReactElement | string;
  readonly fills: number;
  readonly cells: number;
  readonly prefilledShare: number | null;
  readonly wrongRate: number | null;
  readonly minutesSaved: number;
}

interface ReuseTableProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly Row[];
}

function ReuseTable({ title, first, rows }: ReuseTableProps): ReactElement {
  const words = useCatalogueWords();
  const { duration } = useMessages();
  const names = [words.fills, words.cells, words.prefilledShare, words.wrongRate, words.saved];
  return (
    <section className="panel stack">
      <h2>{title}</h2>
      <div className="catalogue-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, fills, cells, prefilledShare, wrongRate, minutesSaved }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {[fills, cells, sayShare(prefilledShare), sayShare(wrongRate), duration(minutesSaved)].map(
                  (figure, at) => (
                    <td key={names[at]} className="number" data-name={names[at]}>
                      {figure}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** `92.4%`, `100%`; a dash where nothing was counted. */
function sayShare(share: number | null): string {
  return share === null ? '—' : `${String(Math.round(share * 1000) / 10)}%`;
}
