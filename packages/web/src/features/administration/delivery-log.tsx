import { webhooks, type DeepReadonly } from '@qingzhuang/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWebhooksWords } from '../../messages/webhooks.ts';
import type { webhooksZh } from '../../messages/webhooks-zh.ts';
import type { Webhook } from './webhook-desk.tsx';

type Delivery = DeepReadonly<webhooks.Delivery>;

const SHOWN_AT_ONCE = 20;
/** While something waits, its end is looked for. */
const LOOK_AGAIN_MS = 3000;

/** What was sent to an address and what came of it. */
export function DeliveryLog({ webhook }: { readonly webhook: Webhook }): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const call = useApi();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    // Below the webhooks: what changes them changes the log.
    queryKey: ['webhooks', webhook.id],
    queryFn: ({ pageParam }) =>
      call(webhooks.listDeliveries, {
        id: webhook.id,
        limit: SHOWN_AT_ONCE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isJustSent) === true ? LOOK_AGAIN_MS : false),
  });
  const deliveries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel stack">
      <h2>
        {words.log} · {webhook.description}
      </h2>
      <p className="soft">{words.logHint}</p>
      <RefusalNote error={error} />
      {data && deliveries.length === 0 && <p className="soft">{words.logEmpty}</p>}
      <ul className="lines">
        {deliveries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} webhook={webhook} />
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </section>
  );
}

function isJustSent({ state, attempts }: Delivery): boolean {
  return state === 'waiting' && attempts.length === 0;
}

function DeliveryLine({ delivery, webhook }: { readonly delivery: Delivery; readonly webhook: Webhook }): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const queries = useQueryClient();
  const resending = useMutation({
    mutationFn: () => call(webhooks.resendDelivery, { id: webhook.id, delivery: delivery.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const { state, attempts, happenedAt } = delivery;
  const [last] = attempts;
  const what = `${sayType(words, delivery.type)} · ${sayInstant(happenedAt, language, now())}`;
  const outcome = words.outcome[state === 'waiting' && last ? 'retrying' : state];
  const facts = useAttemptFacts(delivery);
  return (
    <li>
      <span className="lines-main">
        {what}
        <span className={`delivery delivery-${state}`}>{outcome}</span>
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
        <Reply text={last?.reply ?? ''} />
        <RefusalNote error={resending.error} />
      </span>
      {webhook.state === 'active' && !isJustSent(delivery) && (
        <Button aria-label={words.resendOf(what)} disabled={resending.isPending} onClick={() => resending.mutate()}>
          {words.resend}
        </Button>
      )}
    </li>
  );
}

function sayType(words: (typeof webhooksZh)['webhooks'], type: string): string {
  const known = webhooks.WebhookEventType.safeParse(type);
  return known.success ? words.types[known.data] : words.testType;
}

/** What the last attempt came to, how many there were, and when the next is. */
function useAttemptFacts({ attempts, nextTryAt }: Delivery): string[] {
  const { webhooks: words } = useWebhooksWords();
  const [{ language }] = usePreferences();
  const [last] = attempts;
  if (last === undefined) return [words.attempts(0)].filter((fact) => fact !== '');
  return [
    last.fault === null ? words.status(last.status ?? 0) : words.faults[last.fault],
    words.took(last.milliseconds),
    words.attempts(attempts.length),
    nextTryAt === null ? '' : words.nextTry(sayInstant(nextTryAt, language, now())),
  ].filter((fact) => fact !== '');
}

function Reply({ text }: { readonly text: string }): ReactElement | null {
  const { webhooks: words } = useWebhooksWords();
  if (text === '') return null;
  return (
    <details>
      <summary>{words.reply}</summary>
      <pre className="delivery-reply">{text}</pre>
    </details>
  );
}
