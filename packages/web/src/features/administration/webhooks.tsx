import { webhooks } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWebhooksWords } from '../../messages/webhooks.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { SecretOnce } from './secret-once.tsx';
import { WebhookDesk, type Webhook } from './webhook-desk.tsx';
import './webhooks.css';

const LONGEST_URL = 2000;
const LONGEST_DESCRIPTION = 100;

/** The addresses that hear of what happens; one is opened at a time. */
export function Webhooks(): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const call = useApi();
  const [open, setOpen] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: ['webhooks'], queryFn: () => call(webhooks.listWebhooks) });
  const opened = data?.items.find(({ id }) => id === open);
  return (
    <div className="administration">
      <section className="panel stack">
        <h2>{words.title}</h2>
        <p className="soft">{words.hint}</p>
        <RefusalNote error={error} />
        {data?.items.length === 0 && <p className="soft">{words.none}</p>}
        <ul className="lines">
          {data?.items.map((webhook) => (
            <WebhookLine
              key={webhook.id}
              webhook={webhook}
              isOpen={webhook.id === open}
              onOpen={() => setOpen(webhook.id === open ? null : webhook.id)}
            />
          ))}
        </ul>
      </section>
      {opened ? <DeliveryLog key={opened.id} webhook={opened} /> : <NewWebhook onMade={setOpen} />}
    </div>
  );
}

interface WebhookLineProps {
  readonly webhook: Webhook;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function WebhookLine({ webhook, isOpen, onOpen }: WebhookLineProps): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const [{ language }] = usePreferences();
  const { description, url, state, failingSince, waiting, oldSecretUntil } = webhook;
  function say(instant: string): string {
    return sayInstant(instant, language, now());
  }
  const facts = [
    failingSince !== null && words.failingSince(say(failingSince)),
    waiting > 0 && words.waiting(waiting),
    oldSecretUntil !== null &&
      Date.parse(oldSecretUntil) > now().getTime() &&
      words.oldSecretUntil(say(oldSecretUntil)),
  ].filter((fact) => fact !== false);
  return (
    <li>
      <span className="lines-main">
        {description} <span className={state === 'disabled' ? 'tag webhook-broken' : 'tag'}>{words.states[state]}</span>
        <small className="webhook-url">{url}</small>
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      </span>
      <Button aria-expanded={isOpen} aria-label={words.open(description)} onClick={onOpen}>
        {words.act} {isOpen ? '▴' : '▾'}
      </Button>
      {isOpen && <WebhookDesk webhook={webhook} />}
    </li>
  );
}

function NewWebhook({ onMade }: { readonly onMade: (id: string) => void }): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const call = useApi();
  const queries = useQueryClient();
  const [url, setUrl] = useState('https://');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState<readonly webhooks.WebhookEventType[]>(webhooks.WebhookEventType.options);
  const making = useMutation({
    mutationFn: () => call(webhooks.createWebhook, { url, description, eventTypes: [...types] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  if (making.data) {
    const { id, secret } = making.data;
    return (
      <section className="panel">
        <SecretOnce secret={secret} says={words.secretOnce} onKept={() => onMade(id)} />
      </section>
    );
  }
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <h2>{words.add}</h2>
      <TextEntry
        label={words.description}
        hint={words.descriptionHint}
        value={description}
        onChange={setDescription}
        longest={LONGEST_DESCRIPTION}
        required
      />
      <TextEntry label={words.url} hint={words.urlHint} value={url} onChange={setUrl} longest={LONGEST_URL} required />
      <fieldset className="token-posts">
        <legend>{words.events}</legend>
        {webhooks.WebhookEventType.options.map((type) => (
          <label key={type} className="tick">
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={({ target }) =>
                setTypes(target.checked ? [...types, type] : types.filter((other) => other !== type))
              }
            />
            {words.types[type]}
          </label>
        ))}
      </fieldset>
      <div>
        <Button kind="primary" type="submit" disabled={making.isPending || types.length === 0}>
          {words.create}
        </Button>
      </div>
      <RefusalNote error={making.error} />
    </form>
  );
}
