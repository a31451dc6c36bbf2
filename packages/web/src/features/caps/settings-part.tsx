import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useSayValue } from '../../details/say-setting.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { nameMatches } from '../../units.ts';
import { useCapsWords } from '../../messages/caps.ts';
import { useWords } from '../../words.tsx';
import { SettingDesk } from './setting-desk.tsx';

type Setting = DeepReadonly<caps.Setting>;

/** Every number of the county with its source; what the county must decide stands first. */
export function SettingsPart(): ReactElement {
  const {
    caps: { settings: words },
  } = useCapsWords();
  const { loading } = useWords();
  const call = useApi();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({ queryKey: ['settings'], queryFn: () => call(caps.listSettings, {}) });
  const shown = (data?.settings ?? [])
    .filter(({ title }) => nameMatches(title, search))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <section className="panel stack">
      <p className="soft">{words.lead}</p>
      <div className="setting-search">
        <TextEntry label={words.search} type="search" value={search} onChange={setSearch} />
      </div>
      <RefusalNote error={error} />
      {!data && error === null && <p className="soft">{loading}</p>}
      <ul className="lines">
        {shown.map((setting) => (
          <SettingLine key={setting.key} setting={setting} />
        ))}
      </ul>
    </section>
  );
}

function rankOf({ value, version }: Setting): number {
  if (value === null) return 0;
  return version > 0 ? 1 : 2;
}

function SettingLine({ setting }: { readonly setting: Setting }): ReactElement {
  const {
    caps: { settings: words },
  } = useCapsWords();
  const [{ language }] = usePreferences();
  const mayChange = holds(useMe(), 'office', 'administrator');
  const sayValue = useSayValue();
  const [open, setOpen] = useState(false);
  const { key, title, value, source, from } = setting;
  return (
    <li>
      <span className="lines-main">
        {title}{' '}
        {value === null ? (
          <span className="tag tag-wait">{words.undecided}</span>
        ) : (
          <span className="setting-value">{sayValue(setting, value)}</span>
        )}
        <small>
          {source}
          {value !== null && ` · ${from === null ? words.byDefault : words.from(sayDay(from, language, now()))}`}
        </small>
      </span>
      {mayChange && (
        <Button aria-expanded={open} aria-label={words.changeOf(title)} onClick={() => setOpen(!open)}>
          {words.change}
        </Button>
      )}
      {open && <SettingDesk settingKey={key} />}
    </li>
  );
}
