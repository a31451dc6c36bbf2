import { inbox } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';

/** Addresses that a phone's own calendar follows: made, copied once, revoked. */
export function CalendarFeeds({ unit }: { readonly unit: string }): ReactElement {
  const { calendar: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['feeds'], queryFn: () => call(inbox.listFeeds) });
  function readAgain(): void {
    void queries.invalidateQueries({ queryKey: ['feeds'] });
  }
  const making = useMutation({ mutationFn: () => call(inbox.createFeed, { unit }), onSuccess: readAgain });
  const revoking = useMutation({
    mutationFn: (id: string) => call(inbox.revokeFeed, { id }),
    onSuccess({ id }) {
      if (making.data?.id === id) making.reset();
      readAgain();
    },
  });
  const feeds = data?.items.filter((feed) => feed.unit === unit) ?? [];
  return (
    <section className="panel stack calendar-feeds no-print">
      <h2>{words.feed}</h2>
      <p className="soft">{words.feedLead}</p>
      {making.data && (
        <div className="note">
          <p>{words.once}</p>
          <p className="code-line">{new URL(making.data.path, location.origin).href}</p>
          <p className="row">
            <CopyButton text={new URL(making.data.path, location.origin).href} />
          </p>
        </div>
      )}
      <ul className="lines">
        {feeds.map(({ id, madeAt }) => (
          <li key={id}>
            <span className="lines-main">{words.made(sayInstant(madeAt, language, now()))}</span>
            <Button disabled={revoking.isPending} onClick={() => revoking.mutate(id)}>
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button disabled={making.isPending} onClick={() => making.mutate()}>
          {words.create}
        </Button>
      </p>
      <p role="status" className={revoking.isSuccess ? 'soft' : 'unseen'}>
        {revoking.isSuccess && words.revoked}
      </p>
      <RefusalNote error={error ?? making.error ?? revoking.error} />
    </section>
  );
}
