import { inbox, type DeepReadonly } from '@qingzhuang/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { WordsEntry } from '../../ui/entry.tsx';
import { useKept } from '../../ui/kept.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { useDrop } from '../../ui/use-drop.ts';
import { DOCUMENTS, FileButton } from '../../ui/file-button.tsx';
import { TranscriptCheck } from '../../transcripts/transcript-check.tsx';
import { PHOTOS, type Upload } from '../../transcripts/uploads.ts';
import { useScan } from '../../transcripts/use-scan.ts';
import { openTasks, useInbox } from './queries.ts';

type Registration = DeepReadonly<inbox.Registration>;

/** An order without a code: one paste registers it. Below, what the unit has registered and what became of it. */
export function OrderPage({ unit }: { readonly unit: string }): ReactElement {
  const { order: words } = useWords();
  const { person } = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const [typed, keep, forget] = useKept(`order/${person}`, '');
  const [last, setLast] = useState<Registration | null>(null);
  const registering = useMutation({
    mutationFn: (given: string | Upload) =>
      call(inbox.registerOrder, typeof given === 'string' ? { unit, text: given } : { unit, ...given }),
    onSuccess(registration) {
      forget();
      close();
      setLast(registration);
      void queries.invalidateQueries({ queryKey: ['registrations', unit] });
      void queries.invalidateQueries({ queryKey: ['inbox', unit] });
    },
  });
  const register = registering.mutate;
  const { scan, failure, takeFiles, close } = useScan({ ...registering, send: register });
  useDrop({ onFiles: takeFiles, onText: register });

  // An empty field that is pasted into holds an order; into a text that somebody types he pastes a part of it.
  function takePaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain');
    if (typed.trim() !== '' || text.trim() === '') return;
    event.preventDefault();
    // What cannot be sent now stands in the field.
    keep(text);
    register(text);
  }

  return (
    <>
      <h1>{words.title}</h1>
      <p className="soft order-lead">{words.lead}</p>
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          register(typed);
        }}
      >
        <WordsEntry
          label={words.paste}
          hint={words.pasteHint}
          rows={4}
          value={typed}
          onPaste={takePaste}
          onChange={keep}
        />
        <div className="row">
          <Button kind="primary" type="submit" disabled={typed.trim() === '' || registering.isPending}>
            {registering.isPending ? words.working : words.send}
          </Button>
          <FileButton label={words.file} accept={`${DOCUMENTS},${PHOTOS}`} onFiles={takeFiles} />
        </div>
        {scan === null && <RefusalNote error={failure} />}
        <p className="soft small">{words.noName}</p>
      </form>
      <TranscriptCheck
        file={scan}
        isSending={registering.isPending}
        error={failure}
        onSend={register}
        onCancel={close}
      />
      <div role="status" className="order-result">
        {last !== null && <Outcome registration={last} />}
      </div>
      <Registrations unit={unit} />
    </>
  );
}

/** What the order was matched with, or that it counts for its issuer. */
function Outcome({ registration }: { readonly registration: Registration }): ReactElement {
  const { order: words } = useWords();
  const { says, demand, reasons, unit } = registration;
  const hrefFor = useHref(unit);
  return (
    <div className="note">
      <b>{says}</b>
      {reasons.length > 0 && (
        <p className="small">
          {words.why}：{reasons.join('；')}
        </p>
      )}
      {demand !== null && <a href={hrefFor(demand.id)}>{words.open}</a>}
    </div>
  );
}

/** Where a demand is done by this unit; what others bear stands in the register. */
function useHref(unit: string): (demand: string) => string {
  const { data: page } = useInbox(unit);
  const own = new Set(page && [...openTasks(page), ...page.done].map(({ demand }) => demand));
  return (demand) => (own.has(demand) ? hrefOf('inbox', unit, demand) : hrefOf('demands', demand));
}

const A_PAGE = 20;

function Registrations({ unit }: { readonly unit: string }): ReactElement {
  const { order: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const hrefFor = useHref(unit);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['registrations', unit],
    queryFn: ({ pageParam }) =>
      call(inbox.listRegistrations, { unit, limit: A_PAGE, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="panel">
      <h2>{words.mine}</h2>
      <RefusalNote error={error} />
      {data && items.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="lines">
        {items.map(({ id, at, ask, demand, says }) => (
          <li key={id}>
            <span className="lines-main">
              {demand === null ? ask : <a href={hrefFor(demand.id)}>{ask}</a>}
              <small>
                {sayInstant(at, language, now())} · {says}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
