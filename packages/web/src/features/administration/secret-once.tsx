import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useWebhooksWords } from '../../messages/webhooks.ts';

interface SecretOnceProps {
  readonly secret: string;
  readonly says: string;
  readonly onKept: () => void;
}

/** A signing secret, shown until it has been handed over. */
export function SecretOnce({ secret, says, onKept }: SecretOnceProps): ReactElement {
  const { webhooks: words } = useWebhooksWords();
  return (
    <div className="stack" role="status">
      <p className="note note-warning">{says}</p>
      <p className="code-line webhook-url">{secret}</p>
      <div className="row">
        <CopyButton text={secret} />
        <Button onClick={onKept}>{words.kept}</Button>
      </div>
    </div>
  );
}
