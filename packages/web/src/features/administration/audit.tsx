import { audit } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useOfficesWords } from '../../messages/offices.ts';
import { useWords } from '../../words.tsx';

const COMMANDS = [
  'qingzhuang audit export log.jsonl',
  'qingzhuang audit verify log.jsonl --keys keys.json --checkpoint checkpoint.txt',
].join('\n');

/** 审计: what the log has signed, how anyone verifies it without this program's server, and the keys. */
export function Audit(): ReactElement {
  return (
    <div className="stack audit">
      <Checkpoint />
      <Verification />
      <Keys />
    </div>
  );
}

function Checkpoint(): ReactElement {
  const { audit: words } = useOfficesWords();
  const call = useApi();
  const { data, error } = useQuery({ queryKey: ['checkpoint'], queryFn: () => call(audit.readCheckpoint) });
  return (
    <section className="panel stack">
      <h2>{words.checkpoint}</h2>
      <p className="soft">{words.checkpointHint}</p>
      <RefusalNote error={error} />
      {data && (
        <>
          <p>
            {words.size(data.size)} <span className="soft">{data.origin}</span>
          </p>
          <pre className="audit-note" tabIndex={0}>
            {data.note}
          </pre>
          <div className="row">
            <Button
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(data.note)}`}
              download={`checkpoint-${String(data.size)}.txt`}
            >
              {words.save}
            </Button>
            <CopyButton text={data.note} />
          </div>
        </>
      )}
    </section>
  );
}

function Verification(): ReactElement {
  const { audit: words } = useOfficesWords();
  return (
    <section className="panel stack">
      <h2>{words.verify}</h2>
      <ol className="audit-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="audit-note" tabIndex={0}>
        {COMMANDS}
      </pre>
      <div className="row">
        <CopyButton text={COMMANDS} />
        <a href="/api/v1/keys" download="keys.json">
          {words.saveKeys}
        </a>
      </div>
      <p className="soft">{words.exitCodes}</p>
    </section>
  );
}

function Keys(): ReactElement {
  const { audit: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const me = useMe();
  const call = useApi();
  const { data, error } = useQuery({
    queryKey: ['keys', me.county],
    queryFn: () => call(audit.listKeys, { county: me.county }),
  });
  return (
    <section className="panel stack">
      <h2>{words.keys}</h2>
      <p className="soft">{words.keysHint}</p>
      <RefusalNote error={error} />
      <ul className="lines">
        {data?.keys.map(({ publicKey, madeOn, retiredOn, lastSize }) => (
          <li key={publicKey}>
            <span className="lines-main">
              <span className="code-line">{publicKey}</span>
              <small>
                {words.made(sayDay(madeOn, language, now()))}
                {retiredOn !== null && ` · ${words.retired(sayDay(retiredOn, language, now()), lastSize)}`}
              </small>
            </span>
            <span className={retiredOn === null ? 'tag tag-live' : 'tag'}>
              {retiredOn === null ? words.inUse : words.outOfUse}
            </span>
          </li>
        ))}
      </ul>
      {holds(me, 'administrator') && <Rotation />}
    </section>
  );
}

/** A new key is asked for twice: what it signs cannot be signed again with the old one. */
function Rotation(): ReactElement {
  const { audit: words } = useOfficesWords();
  const { decision } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const rotating = useMutation({
    mutationFn: () => call(audit.rotateKey),
    onSuccess() {
      setAsks(false);
      return queries.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  return (
    <div className="stack">
      {asks ? (
        <div className="note note-warning stack">
          <p>{words.rotateAsk}</p>
          <div className="row">
            <Button kind="primary" disabled={rotating.isPending} onClick={() => rotating.mutate()}>
              {words.rotate}
            </Button>
            <Button onClick={() => setAsks(false)}>{decision.cancel}</Button>
          </div>
        </div>
      ) : (
        <div>
          <Button onClick={() => setAsks(true)}>{words.rotate}</Button>
        </div>
      )}
      <span role="status">{rotating.isSuccess && words.rotated}</span>
      <RefusalNote error={rotating.error} />
    </div>
  );
}
