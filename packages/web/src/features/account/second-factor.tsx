import { account } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useApi } from '../../api.tsx';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';

const QrImage = lazy(() => import('../../ui/qr-image.tsx').then((module) => ({ default: module.QrImage })));

/** Turning the second factor on (scan, confirm, write the backup codes down) and off. */
export function SecondFactor(): ReactElement {
  const { account: words } = useWords();
  const { totp } = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const [asksPassword, setAsksPassword] = useState(false);
  const enrolling = useMutation({ mutationFn: (password: string) => call(account.enrolTotp, { password }) });
  const confirming = useMutation({ mutationFn: (code: string) => call(account.confirmTotp, { code }) });
  const removing = useMutation({
    mutationFn: (password: string) => call(account.removeTotp, { password }),
    onSuccess: () => finish(),
  });
  function finish(): void {
    setAsksPassword(false);
    enrolling.reset();
    confirming.reset();
    void queries.invalidateQueries({ queryKey: ['me'] });
  }
  return (
    <section className="panel stack">
      <h2>{words.second}</h2>
      <p>{totp ? words.secondOn : words.secondOff}</p>
      {confirming.data ? (
        <>
          <p className="note note-warning">{words.backupCodes}</p>
          <ul className="account-codes code-line">
            {confirming.data.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div>
            <Button kind="primary" onClick={finish}>
              {words.kept}
            </Button>
          </div>
        </>
      ) : enrolling.data ? (
        <Enrolment
          secret={enrolling.data.secret}
          address={enrolling.data.address}
          error={confirming.error}
          onConfirm={(code) => confirming.mutate(code)}
        />
      ) : asksPassword ? (
        <PasswordQuestion
          verb={totp ? words.turnOff : words.turnOn}
          error={totp ? removing.error : enrolling.error}
          onAnswer={(password) => (totp ? removing : enrolling).mutate(password)}
          onCancel={() => setAsksPassword(false)}
        />
      ) : (
        <div>
          <Button onClick={() => setAsksPassword(true)}>{totp ? words.turnOff : words.turnOn}</Button>
        </div>
      )}
    </section>
  );
}

interface EnrolmentProps {
  readonly secret: string;
  readonly address: string;
  readonly error: Error | null;
  readonly onConfirm: (code: string) => void;
}

function Enrolment({ secret, address, error, onConfirm }: EnrolmentProps): ReactElement {
  const { account: words, signIn } = useWords();
  const [code, setCode] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm(code);
      }}
    >
      <p>{words.scan}</p>
      <div>
        <Suspense fallback={null}>
          <QrImage text={address} />
        </Suspense>
      </div>
      <details>
        <summary>{words.byHand}</summary>
        <p className="code-line">{secret}</p>
      </details>
      <TextEntry
        label={signIn.code}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <div>
        <Button kind="primary" type="submit">
          {words.confirm}
        </Button>
      </div>
      <RefusalNote error={error} />
    </form>
  );
}

export interface PasswordQuestionProps {
  readonly verb: string;
  readonly error: Error | null;
  readonly onAnswer: (password: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the password again before something that a stranger at an unlocked computer must not do. */
export function PasswordQuestion({ verb, error, onAnswer, onCancel }: PasswordQuestionProps): ReactElement {
  const { account: words } = useWords();
  const [password, setPassword] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(password);
      }}
    >
      <TextEntry
        label={words.askPassword}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        required
        autoFocus
      />
      <div className="row">
        <Button kind="primary" type="submit">
          {verb}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
      <RefusalNote error={error} />
    </form>
  );
}
