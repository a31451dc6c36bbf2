import { inbox } from '@qingzhuang/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { fromTypedInstant, toTypedInstant } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { useMessages } from '../../ui/language.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

const CONVENORS: readonly string[] = ['drafter', 'unit-lead', 'office'];

/** The convenor enters once how long a meeting really took. Nothing before it began, and for nobody else. */
export function MeetingHeld({ demand }: { readonly demand: Demand }): ReactElement | null {
  const { posts } = useMe();
  const { details, issuer, code } = demand;
  const isConvenor = posts.some(({ unit, role }) => unit === issuer && CONVENORS.includes(role));
  if (details.kind !== 'meeting' || code === null || !isConvenor) return null;
  if (Date.parse(details.startsAt) > now().getTime()) return null;
  return <HeldForm id={demand.id} startsAt={details.startsAt} endsAt={details.endsAt} />;
}

interface HeldFormProps {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

function HeldForm({ id, startsAt, endsAt }: HeldFormProps): ReactElement {
  const { held: words } = useWords();
  const { duration } = useMessages();
  const call = useApi();
  const [began, setBegan] = useState(toTypedInstant(startsAt));
  const [ended, setEnded] = useState(toTypedInstant(endsAt));
  const entering = useMutation({
    mutationFn: () =>
      call(inbox.reportMeetingHeld, {
        id,
        startedAt: fromTypedInstant(began) ?? startsAt,
        endedAt: fromTypedInstant(ended) ?? endsAt,
      }),
  });
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      <h2>{words.title}</h2>
      <p className="soft">{words.lead}</p>
      <div className="detail-entries">
        <TextEntry label={words.startedAt} type="datetime-local" value={began} onChange={setBegan} required />
        <TextEntry label={words.endedAt} type="datetime-local" value={ended} onChange={setEnded} required />
      </div>
      <div className="row">
        <Button kind="primary" type="submit" disabled={entering.isPending}>
          {words.submit}
        </Button>
        <span role="status">
          {entering.data && words.done(duration(entering.data.plannedMinutes), duration(entering.data.actualMinutes))}
        </span>
      </div>
      <RefusalNote error={entering.error} />
    </form>
  );
}
