import { consultations, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

const ISSUERS: readonly string[] = ['drafter', 'unit-lead', 'office'];
const WATCHERS: readonly string[] = ['office', 'leader', 'supervisor', 'auditor'];

/** What bearers said, what they propose, and what it took: for the issuer and those who watch. */
export function Consultation({ demand }: { readonly demand: Demand }): ReactElement {
  const { posts } = useMe();
  const replies = posts.some(({ unit, role }) => unit === demand.issuer && ISSUERS.includes(role));
  const follows = replies || posts.some(({ role }) => WATCHERS.includes(role));
  return (
    <>
      {follows && demand.hasConsultation && <Opinions demand={demand} replies={replies} />}
      {follows && demand.code !== null && <Amendments id={demand.id} replies={replies} />}
      <Comparison demand={demand} />
    </>
  );
}

interface OpinionsProps {
  readonly demand: Demand;
  readonly replies: boolean;
}

function Opinions({ demand: { id, version }, replies }: OpinionsProps): ReactElement | null {
  const { consultation: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['consultation', id, version],
    queryFn: () => call(consultations.readConsultation, { id }),
  });
  if (!data) return error ? <RefusalNote error={error} /> : null;
  const { question, asked, minutes, isOpen, answered, closesAt, opinions } = data;
  const fit = opinions.filter(({ verdict }) => verdict === 'fit').length;
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      <p>{question}</p>
      <p className="soft">{words.asked(asked, minutes)}</p>
      <p>
        {isOpen
          ? words.open(answered, sayInstant(closesAt, language, now()))
          : words.result(fit, opinions.length - fit, asked - answered)}
      </p>
      <ul className="lines">
        {opinions
          .filter((opinion) => opinion.words !== null)
          .map((opinion) => (
            <OpinionLine key={opinion.id} demand={id} opinion={opinion} replies={replies} />
          ))}
      </ul>
    </section>
  );
}

interface OpinionLineProps {
  readonly demand: string;
  readonly opinion: DeepReadonly<consultations.Opinion>;
  readonly replies: boolean;
}

function OpinionLine({ demand, opinion, replies }: OpinionLineProps): ReactElement {
  const { consultation: words } = useWords();
  const call = useApi();
  const said = opinion.words ?? '';
  return (
    <li>
      <span className="lines-main">
        {words[opinion.verdict]}：{said}
        {opinion.reply !== null && (
          <small>
            {words.replied}
            {opinion.reply}
          </small>
        )}
      </span>
      {replies && opinion.reply === null && (
        <Reply
          label={words.replyOf(said)}
          refreshes={['consultation']}
          send={(reply) => call(consultations.replyToOpinion, { id: demand, opinion: opinion.id, words: reply })}
        />
      )}
    </li>
  );
}

function Amendments({ id, replies }: { readonly id: string; readonly replies: boolean }): ReactElement | null {
  const { amendment: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const [adopted, setAdopted] = useState(true);
  const { data } = useQuery({
    queryKey: ['amendments', id],
    queryFn: () => call(consultations.listAmendments, { id }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      <ul className="lines">
        {data.items.map(({ id: amendment, words: said, reply, replyDueAt }) => (
          <li key={amendment}>
            <span className="lines-main">
              {said}
              <small>
                {reply !== null
                  ? `${reply.adopted ? words.adopted : words.notAdopted}：${reply.words}`
                  : Date.parse(replyDueAt) < now().getTime()
                    ? words.overdue
                    : words.due(sayInstant(replyDueAt, language, now()))}
              </small>
            </span>
            {replies && reply === null && (
              <Reply
                label={words.reply}
                refreshes={['amendments']}
                send={(answer) => call(consultations.replyToAmendment, { id, amendment, adopted, words: answer })}
              >
                <div className="choices" role="group" aria-label={said}>
                  {[true, false].map((one) => (
                    <button
                      key={String(one)}
                      type="button"
                      className="choice"
                      aria-pressed={adopted === one}
                      onClick={() => setAdopted(one)}
                    >
                      {one ? words.adopted : words.notAdopted}
                    </button>
                  ))}
                </div>
              </Reply>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A button that opens a field for a reply. */
function Reply(props: Omit<ComponentProps<typeof ReplyForm>, 'onClose'>): ReactElement {
  const { consultation: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{words.reply}</Button>;
  return <ReplyForm {...props} onClose={() => setOpen(false)} />;
}

/** What it took beside what was estimated, once that is known. */
function Comparison({ demand: { comparison } }: { readonly demand: Demand }): ReactElement | null {
  const { comparison: words } = useWords();
  const { duration } = useMessages();
  if (comparison === null) return null;
  const { estimatedMinutes, measuredMinutes, count, ratio } = comparison;
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      {estimatedMinutes === null || measuredMinutes === null ? (
        <p className="soft">{words.none}</p>
      ) : (
        <p>
          {words.says(duration(estimatedMinutes), duration(measuredMinutes), count)}
          {ratio !== null && `，${words.more(ratio)}`}
        </p>
      )}
    </section>
  );
}
