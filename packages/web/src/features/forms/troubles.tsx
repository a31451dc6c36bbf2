import { type RefusalCode, refusals } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { now } from '../../clock.ts';
import { type DeedLine, readDeed } from '../../offline/deeds.ts';
import { forgetDeed, retryDeed, toRefusal, useDeeds } from '../../offline/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import type { FillingWords } from '../../messages/filling-zh.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { cellAt, type FillEdit } from './draft.ts';
import { nameOf } from './field-name.ts';
import type { Draft } from './use-draft.ts';
import { useFillingWords } from './words.ts';

/** What was done without a network and was not taken afterwards. */
export function FillTroubles({ draft }: { readonly draft: Draft }): ReactElement | null {
  const words = useFillingWords();
  const { fill } = draft;
  const refused = useDeeds(`${fill.unit}/${fill.demand}`).filter(({ refusal }) => refusal !== null);
  const [step] = refused.filter(({ name }) => name === 'submit' || name === 'decide');
  const [failed, setFailed] = useState<DeedLine | null>(null);
  // The form says itself what has to be mended; what is typed now must not wait behind it.
  useEffect(() => {
    if (step === undefined) return;
    setFailed(step);
    void forgetDeed(step.id);
  }, [step]);
  const { code } = toRefusal(failed?.refusal ?? { code: 'internal' });
  return (
    <>
      {failed !== null && (
        <p className="note note-alarm no-print" role="alert">
          {sayStep(code, words)}
        </p>
      )}
      {refused
        .filter(({ name }) => name === 'fill')
        .map((deed) => (
          <RefusedEdits key={deed.id} deed={deed} draft={draft} />
        ))}
    </>
  );
}

function sayStep(code: RefusalCode, { trouble }: FillingWords): string {
  if (code === 'invalid-input') return trouble.submit;
  return code === 'stale' ? trouble.stale : `${refusals[code].title}${refusals[code].advice}`;
}

/** What was typed and not taken, to be sent again or dropped: it never vanishes by itself. */
function RefusedEdits({ deed, draft: { fill } }: { readonly deed: DeedLine; readonly draft: Draft }): ReactElement {
  const { trouble: words, cell } = useFillingWords();
  const [{ language }] = usePreferences();
  const { data: edits = [] } = useQuery({
    queryKey: ['deed', deed.id],
    networkMode: 'always',
    queryFn: async () => ((await readDeed(deed.id))?.body['edits'] ?? []) as FillEdit[],
  });
  const written = edits.filter((edit) => edit.do === 'write');
  const { code } = toRefusal(deed.refusal ?? { code: 'internal' });
  return (
    <section className="panel stack no-print" role="alert">
      <h2>{words.fill(`${sayInstant(deed.saidAt, language, now())} `, edits.length)}</h2>
      <p>
        {refusals[code].title}
        {refusals[code].advice}
      </p>
      <ul className="lines">
        {written.map(({ event, row, field, value }) => {
          const asked = fill.forms.flatMap(({ fields }) => fields).find(({ key }) => key === field);
          return (
            <li key={event}>
              <span className="lines-main">
                {fill.rows.find((one) => one.row === row)?.name} {asked && nameOf(asked)}：
                <b>{value === '' ? cell.none : value}</b>
                <small>{cell.before(cellAt(fill, row, field)?.value ?? '')}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="row">
        <Button kind="primary" onClick={() => void retryDeed(deed.id)}>
          {words.again}
        </Button>
        <Button onClick={() => void forgetDeed(deed.id)}>{words.drop}</Button>
      </p>
    </section>
  );
}
