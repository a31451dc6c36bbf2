import { webhooks, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWebhooksWords } from '../../messages/webhooks.ts';
import { SecretOnce } from './secret-once.tsx';

export type Webhook = DeepReadonly<webhooks.Webhook>;

/** What is done with one address. */
export function WebhookDesk({ webhook }: { readonly webhook: Webhook }): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const call = useApi();
  const queries = useQueryClient();
  const { id, version, state } = webhook;
  const [asks, setAsks] = useState<'rotate' | 'remove' | null>(null);
  const act = useMutation({
    mutationFn: async (what: 'test' | 'pause' | 'resume' | 'remove'): Promise<unknown> => {
      if (what === 'test') return call(webhooks.testWebhook, { id });
      if (what === 'remove') return call(webhooks.deleteWebhook, { id });
      return call(what === 'pause' ? webhooks.pauseWebhook : webhooks.resumeWebhook, { id }, { ifMatch: version });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const rotating = useMutation({
    mutationFn: () => call(webhooks.rotateWebhookSecret, { id }, { ifMatch: version }),
    onSuccess: () => setAsks(null),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  if (rotating.data) {
    return (
      <div className="person-desk">
        <SecretOnce secret={rotating.data.secret} says={words.secretRotated} onKept={() => rotating.reset()} />
      </div>
    );
  }
  return (
    <div className="stack person-desk">
      {state === 'disabled' && <p className="note note-warning">{words.disabledAdvice}</p>}
      <div className="row">
        {state === 'active' ? (
          <>
            <Button kind="primary" disabled={act.isPending} onClick={() => act.mutate('test')}>
              {words.test}
            </Button>
            <Button disabled={act.isPending} onClick={() => act.mutate('pause')}>
              {words.pause}
            </Button>
          </>
        ) : (
          <Button kind="primary" disabled={act.isPending} onClick={() => act.mutate('resume')}>
            {words.resume}
          </Button>
        )}
        <Button aria-expanded={asks === 'rotate'} onClick={() => setAsks(asks === 'rotate' ? null : 'rotate')}>
          {words.rotate}
        </Button>
        <Button aria-expanded={asks === 'remove'} onClick={() => setAsks(asks === 'remove' ? null : 'remove')}>
          {words.remove}
        </Button>
      </div>
      {asks !== null && (
        <div className="note note-warning stack">
          <p>{asks === 'rotate' ? words.rotateAsk : words.removeAsk}</p>
          <div className="row">
            <Button
              kind="danger"
              disabled={act.isPending || rotating.isPending}
              onClick={() => (asks === 'rotate' ? rotating.mutate() : act.mutate('remove'))}
            >
              {words[asks]}
            </Button>
            <Button onClick={() => setAsks(null)}>{words.cancel}</Button>
          </div>
        </div>
      )}
      <RefusalNote error={act.error ?? rotating.error} />
    </div>
  );
}
