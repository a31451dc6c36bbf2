import { type ReactElement, useId } from 'react';
import { now } from '../../clock.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePhone } from '../../ui/media.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { desk } from '../../desk/app-desk.ts';
import { toLocalInput, toZonedTime } from './received-at.ts';
import { useRulebook } from '../../desk/rulebook.ts';

interface CheckSettingsProps {
  readonly id: string;
  readonly receivedAt: string | null;
}

/** When the text was received, and which profile of rules applies. Both check again at once; folded up on a phone. */
export function CheckSettings(props: CheckSettingsProps): ReactElement {
  const { settings } = useMessages();
  if (!usePhone()) return <Fields {...props} />;
  return (
    <details className="settings-fold no-print">
      <summary>{settings.title}</summary>
      <Fields {...props} />
    </details>
  );
}

function Fields({ id, receivedAt }: CheckSettingsProps): ReactElement {
  const { settings } = useMessages();
  const [{ profile }, change] = usePreferences();
  const profiles = useRulebook()?.profiles ?? [];
  const field = useId();
  return (
    <div className="settings no-print">
      <label htmlFor={`${field}-time`} title={settings.receivedHint}>
        {settings.receivedAt}
      </label>
      <input
        id={`${field}-time`}
        className="field"
        type="datetime-local"
        value={receivedAt === null ? '' : toLocalInput(receivedAt)}
        aria-describedby={`${field}-hint`}
        onChange={({ target }) =>
          desk.setReceivedAt(id, target.value === '' ? null : toZonedTime(new Date(target.value)))
        }
      />
      {receivedAt === null ? (
        <button type="button" className="plain-button" onClick={() => desk.setReceivedAt(id, toZonedTime(now()))}>
          {settings.justNow}
        </button>
      ) : (
        <button type="button" className="plain-button" onClick={() => desk.setReceivedAt(id, null)}>
          {settings.byDocument}
        </button>
      )}
      <span id={`${field}-hint`} className="unseen">
        {settings.receivedHint}
      </span>
      {profiles.length > 0 && (
        <label className="row">
          {settings.profile}
          <select
            className="field"
            value={profile ?? ''}
            onChange={({ target }) => {
              change({ profile: target.value === '' ? null : target.value });
              desk.recheckAll();
            }}
          >
            <option value="">{settings.recommended}</option>
            {profiles.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
