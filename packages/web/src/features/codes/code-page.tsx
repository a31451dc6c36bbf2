import { codes, Refusal } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../ui/route.ts';
import { useCodesWords } from '../../messages/codes.ts';
import { CodeAnswer } from './code-answer.tsx';
import './codes.css';
import { codeWithin, knowsScanning, shownCode } from './scanned.ts';

const Scanner = lazy(() => import('./scanner.tsx').then((module) => ({ default: module.Scanner })));

/** 查码: a code is typed, scanned, or comes with the address; the answer stands below. */
export function CodePage({ text }: { readonly text: string | null }): ReactElement {
  const { codes: words } = useCodesWords();
  const [typed, setTyped] = useState(shownCode(text ?? ''));
  const [scans, setScans] = useState(false);
  const call = useApi();
  const looking = useQuery({
    queryKey: ['code', text],
    queryFn: () => call(codes.readCode, { code: text ?? '' }),
    enabled: text !== null,
  });
  function look(wanted: string): void {
    const code = codeWithin(wanted);
    if (code === '') return;
    setScans(false);
    if (code === text) void looking.refetch();
    else goTo('code', code);
  }
  return (
    <div className="codes">
      <header className="page-head">
        <h1>{words.title}</h1>
        {text === null && <p>{words.lead}</p>}
      </header>
      <form
        className="codes-form"
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        <TextEntry
          label={words.label}
          hint={`${words.hint}，${words.example}`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          longest={100}
          autoFocus={text === null}
        />
        <div className="row">
          <Button kind="primary" large type="submit" disabled={typed.trim() === ''}>
            {words.look}
          </Button>
          {knowsScanning() && (
            <Button large aria-expanded={scans} onClick={() => setScans(!scans)}>
              {scans ? words.scanStop : words.scan}
            </Button>
          )}
        </div>
      </form>
      {scans && (
        <Suspense fallback={null}>
          <Scanner onRead={look} />
        </Suspense>
      )}
      {text !== null && (
        <section className="codes-answer" aria-live="polite">
          {looking.isFetching && !looking.data && <p className="soft">{words.looking}</p>}
          {looking.data && <CodeAnswer reading={looking.data} />}
          <NoAnswer error={looking.error} />
        </section>
      )}
      <p>
        <a href={hrefOf('register')}>{words.registerLink}</a>
      </p>
    </div>
  );
}

/** No network is no verdict: the words must not sound like one. */
function NoAnswer({ error }: { readonly error: Error | null }): ReactElement | null {
  const { codes: words } = useCodesWords();
  if (error === null || error instanceof Refusal) return <RefusalNote error={error} />;
  return (
    <div className="verdict-line codes-unknown" role="alert">
      <h2>{words.offline}</h2>
      <p>{words.offlineAdvice}</p>
    </div>
  );
}
