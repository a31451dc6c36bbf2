import { Refusal, replays, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useSayValue } from '../../details/say-setting.ts';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';

type ScreeningReplay = DeepReadonly<replays.ScreeningReplay>;

interface ReplayProps {
  readonly id: string;
  /** The version of the demand that the screening brought about. */
  readonly step: number;
}

/** Whether a screening comes to the same once more under the rules of its day; asked for when it is unfolded. */
export function Replay(props: ReplayProps): ReactElement {
  const { replay: words } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="replay no-print"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{words.open}</summary>
      {open && <Replayed {...props} />}
    </details>
  );
}

function Replayed({ id, step }: ReplayProps): ReactElement {
  const { replay: words } = useWords();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['replay', id, step],
    queryFn: () => call(replays.replayScreening, { id, step }),
  });
  if (error instanceof Refusal && error.code === 'no-such-record') return <p role="status">{words.notKept}</p>;
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <p role="status">{words.reading}</p>;
  return (
    <>
      <p role="status">
        <b>{data.equal ? words.equal : words.differs}</b>
        {data.equal && ` · ${words.equalLead}`}
      </p>
      {!data.equal && <Differences differences={data.differences} />}
      <SettingsThen settings={data.settings} />
    </>
  );
}

function Differences({ differences }: Pick<ScreeningReplay, 'differences'>): ReactElement {
  const { replay: words, coordination } = useWords();
  function say(part: replays.ScreeningPart, said: readonly string[]): string {
    if (part !== 'coordination') return said.join(' ');
    return said.map((reason) => (isReason(reason) ? coordination[reason] : reason)).join('；');
  }
  function isReason(reason: string): reason is keyof typeof coordination {
    return reason in coordination;
  }
  return (
    <ul>
      {differences.map(({ part, recorded, replayed }) => (
        <li key={part}>
          {words.parts[part]}
          {recorded.length > 0 && <p>{words.recorded + say(part, recorded)}</p>}
          {replayed.length > 0 && <p>{words.replayed + say(part, replayed)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Which settings the screening went by: their values, whence they come and since when they were in force. */
function SettingsThen({ settings }: Pick<ScreeningReplay, 'settings'>): ReactElement {
  const { replay: words } = useWords();
  const { caps } = useCapsWords();
  const [{ language }] = usePreferences();
  const sayValue = useSayValue();
  function sayFrom(from: string | null): string {
    return from === null ? caps.settings.byDefault : caps.settings.from(sayDay(from, language, now()));
  }
  return (
    <details>
      <summary>{words.settings(settings.length)}</summary>
      <ul className="replay-settings">
        {settings.map((setting) => (
          <li key={setting.key}>
            {setting.title} <b>{sayValue(setting, setting.value)}</b>{' '}
            <small className="soft">
              {setting.source}
              {setting.value !== null && ` · ${sayFrom(setting.from)}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
