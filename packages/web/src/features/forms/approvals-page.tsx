import { forms, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { usePages } from '../../use-pages.ts';
import { useWords } from '../../words.tsx';
import './forms.css';
import { useFillingWords } from './words.ts';

/** What villages have filled in and the township checks: one by one, or all that stand here. */
export function ApprovalsPage({ unit }: { readonly unit: string }): ReactElement {
  const { approvals: words } = useFillingWords();
  const { loading } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const { items, isRead, error, more } = usePages<forms.AwaitingFill>(['awaiting-fills', unit], (from) =>
    call(forms.listAwaitingFills, { unit, ...from }),
  );
  const approving = useMutation({
    // One after the other: what was approved before a line broke off stays approved.
    async mutationFn(waiting: readonly Pick<forms.AwaitingFill, 'unit' | 'demand'>[]) {
      for (const one of waiting) {
        await call(forms.approveFill, { unit: one.unit, demand: one.demand, event: nameDeed() });
      }
      return waiting.length;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['awaiting-fills', unit] }),
  });
  return (
    <article className="fill">
      <p>
        <a className="back" href={hrefOf('inbox')}>
          ← {words.back}
        </a>
      </p>
      <h1>{words.title}</h1>
      <RefusalNote error={error ?? approving.error} />
      {!isRead && error === null && <p className="soft">{loading}</p>}
      {isRead && items.length === 0 && <p className="soft">{words.none}</p>}
      <p role="status" className={approving.isSuccess ? 'note' : 'unseen'}>
        {approving.isSuccess && words.done(approving.data)}
      </p>
      <ul className="lines card fill-awaiting">
        {items.map((item) => (
          <Awaiting key={`${item.unit} ${item.demand}`} item={item} />
        ))}
      </ul>
      <p className="row">
        {items.length > 0 && (
          <Button kind="primary" large disabled={approving.isPending} onClick={() => approving.mutate(items)}>
            {approving.isPending ? words.working : words.all(items.length)}
          </Button>
        )}
        <More more={more} />
      </p>
    </article>
  );
}

/** One form that a village has handed in. */
function Awaiting({ item }: { readonly item: DeepReadonly<forms.AwaitingFill> }): ReactElement {
  const { approvals: words, rows: sayRows } = useFillingWords();
  const [{ language }] = usePreferences();
  const { demand, unit, unitName, ask, submittedAt, rows, changed } = item;
  return (
    <li>
      <span className="lines-main">
        <b>{unitName}</b> {ask}
        <small>
          {sayInstant(submittedAt, language, now())} · {sayRows(rows, 'row')} ·{' '}
          {changed === 0 ? words.unchanged : words.changed(changed)}
        </small>
      </span>
      <Button href={hrefOf('inbox', unit, demand, 'form')}>
        {words.look}
        <span className="unseen">：{unitName}</span>
      </Button>
    </li>
  );
}

function More({ more }: { readonly more: (() => void) | null }): ReactElement | null {
  const { order: words } = useWords();
  return more && <Button onClick={more}>{words.more}</Button>;
}
