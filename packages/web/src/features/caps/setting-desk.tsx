import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useSayValue } from '../../details/say-setting.ts';
import { shapeOf, typedOf, valueOf } from '../../details/setting-value.ts';
import { dayFrom, sayDay } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';
import { Save } from './cap-desk.tsx';
import { SettingFields } from './setting-fields.tsx';

type History = DeepReadonly<caps.SettingHistory>;

const LONGEST_SOURCE = 200;

/** One setting under somebody's hands: a new value with its source and its first day, and what was set before. */
export function SettingDesk({ settingKey }: { readonly settingKey: caps.SettingKey }): ReactElement {
  const { loading } = useWords();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['setting', settingKey],
    queryFn: () => call(caps.readSetting, { key: settingKey }),
  });
  if (!data) return error === null ? <p className="soft">{loading}</p> : <RefusalNote error={error} />;
  return (
    <div className="setting-desk stack">
      <ChangeForm setting={data} />
      <Entries setting={data} />
    </div>
  );
}

function ChangeForm({ setting }: { readonly setting: History }): ReactElement {
  const {
    caps: { settings: words, ...common },
  } = useCapsWords();
  const call = useApi();
  const queries = useQueryClient();
  const { key, title, unit, value, version } = setting;
  const shape = shapeOf(key);
  const [typed, setTyped] = useState(() => typedOf(shape, value));
  const [source, setSource] = useState('');
  const [from, setFrom] = useState(() => dayFrom(now(), 0));
  const changing = useMutation({
    mutationFn: () =>
      call(caps.changeSetting, { key, value: valueOf(shape, typed), source, from }, { ifMatch: version }),
    onSuccess: () => setSource(''),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['settings'] }),
        queries.invalidateQueries({ queryKey: ['setting', key] }),
        queries.invalidateQueries({ queryKey: ['week'] }),
      ]),
  });
  return (
    <form
      className="stack"
      aria-label={words.changeOf(title)}
      onSubmit={(event) => {
        event.preventDefault();
        changing.mutate();
      }}
    >
      <SettingFields shape={shape} unit={unit} typed={typed} onChange={setTyped} />
      <TextEntry
        label={common.source}
        hint={common.sourceHint}
        value={source}
        onChange={setSource}
        longest={LONGEST_SOURCE}
        required
      />
      <TextEntry label={words.fromField} type="date" min={dayFrom(now(), 0)} value={from} onChange={setFrom} required />
      <Save saving={changing.isPending} saved={changing.isSuccess} error={changing.error} />
    </form>
  );
}

function Entries({ setting }: { readonly setting: History }): ReactElement | null {
  const {
    caps: { settings: words },
  } = useCapsWords();
  const [{ language }] = usePreferences();
  const sayValue = useSayValue();
  if (setting.entries.length === 0) return null;
  return (
    <div>
      <b>{words.history}</b>
      <ul className="lines">
        {setting.entries.map(({ version, value, source, from, by }) => (
          <li key={version}>
            <span className="lines-main">
              {words.entry(sayValue(setting, value), sayDay(from, language, now()), by)}
              <small>{source}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
