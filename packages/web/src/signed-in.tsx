import { Refusal, signIn } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement } from 'react';
import { ApiProvider, useApi } from './api.tsx';
import { MeProvider } from './me.tsx';
import { copied } from './offline/copied.ts';
import { OfflineStrip, WaitingStrip } from './offline/offline-strip.tsx';
import { useDevice } from './offline/use-device.ts';
import { homeFor, type WorkPlace } from './places.ts';
import { RefusalNote } from './ui/refusal-note.tsx';
import './ui/work.css';
import { useWords, WordsProvider } from './words.tsx';

// Whoever is signed in already need not load it.
const SignInPage = lazy(() =>
  import('./features/account/sign-in-page.tsx').then((module) => ({ default: module.SignInPage })),
);
const AccountPage = lazy(() =>
  import('./features/account/account-page.tsx').then((module) => ({ default: module.AccountPage })),
);
const RegisterPage = lazy(() =>
  import('./features/demands/register-page.tsx').then((module) => ({ default: module.RegisterPage })),
);
const DemandPage = lazy(() =>
  import('./features/demands/demand-page.tsx').then((module) => ({ default: module.DemandPage })),
);
const DraftPage = lazy(() =>
  import('./features/demands/drafting/draft-page.tsx').then((module) => ({ default: module.DraftPage })),
);
const GatePage = lazy(() =>
  import('./features/demands/gate/gate-page.tsx').then((module) => ({ default: module.GatePage })),
);
const InboxPages = lazy(() =>
  import('./features/inbox/inbox-pages.tsx').then((module) => ({ default: module.InboxPages })),
);
const FillPage = lazy(() => import('./features/forms/fill-page.tsx').then((module) => ({ default: module.FillPage })));
const ApprovalsPage = lazy(() =>
  import('./features/forms/approvals-page.tsx').then((module) => ({ default: module.ApprovalsPage })),
);
const LeaderPage = lazy(() =>
  import('./features/leader/leader-page.tsx').then((module) => ({ default: module.LeaderPage })),
);
const CapsPage = lazy(() => import('./features/caps/caps-page.tsx').then((module) => ({ default: module.CapsPage })));
const PlanningPage = lazy(() =>
  import('./features/planning/planning-page.tsx').then((module) => ({ default: module.PlanningPage })),
);
const DocumentsPage = lazy(() =>
  import('./features/documents/documents-page.tsx').then((module) => ({ default: module.DocumentsPage })),
);
const CataloguePage = lazy(() =>
  import('./features/catalogue/catalogue-page.tsx').then((module) => ({ default: module.CataloguePage })),
);
const ChainPage = lazy(() =>
  import('./features/demands/chain-page.tsx').then((module) => ({ default: module.ChainPage })),
);
const AdministrationPage = lazy(() =>
  import('./features/administration/administration-page.tsx').then((module) => ({
    default: module.AdministrationPage,
  })),
);

export type SignedInFeature = WorkPlace | 'documents' | 'home' | 'account' | 'sign-in';

interface SignedInProps {
  readonly feature: SignedInFeature;
  readonly rest: readonly string[];
}

/** The pages behind the account. Whoever is not signed in gets the sign-in page, and afterwards the page he wanted. */
export function SignedIn(props: SignedInProps): ReactElement {
  return (
    <ApiProvider>
      <WordsProvider>
        <Door {...props} />
      </WordsProvider>
    </ApiProvider>
  );
}

function Door(props: SignedInProps): ReactElement {
  const call = useApi();
  const { loading, failures } = useWords();
  const asking = useQuery(copied(['me'], () => call(signIn.readMe)));
  const { data: me, error, refetch } = asking;
  useDevice(me, asking.dataUpdatedAt);
  if (error instanceof Refusal && error.code === 'not-signed-in') {
    return (
      <>
        <WaitingStrip />
        <SignInPage />
      </>
    );
  }
  if (me) {
    return (
      <MeProvider me={me}>
        <OfflineStrip />
        <SignedInPage {...props} roles={me.posts.map(({ role }) => role)} />
      </MeProvider>
    );
  }
  if (error) {
    return (
      <>
        <h1 className="unseen">{failures.unreachable}</h1>
        <RefusalNote error={error} />
        <button type="button" className="plain-button" onClick={() => void refetch()}>
          {failures.again}
        </button>
      </>
    );
  }
  return <p className="soft">{loading}</p>;
}

interface PageProps extends SignedInProps {
  readonly roles: Parameters<typeof homeFor>[0];
}

/** One line for each page. */
const PAGES: Readonly<
  Record<WorkPlace | 'documents' | 'account', (id: string | undefined, rest: readonly string[]) => ReactElement>
> = {
  account: () => <AccountPage />,
  inbox: (_, rest) => inboxPages(rest),
  demands: (id, [, part]) => demandPages(id, part),
  catalogue: (part) => <CataloguePage part={part ?? null} />,
  documents: (id) => <DocumentsPage id={id ?? null} />,
  draft: (id) => <DraftPage key={id ?? ''} id={id ?? null} />,
  gate: (id, [, into]) => <GatePage id={id ?? null} into={into ?? null} />,
  leader: () => <LeaderPage />,
  caps: (part, [, id]) => <CapsPage part={part ?? null} id={id ?? null} />,
  planning: (unit, [, day]) => <PlanningPage unit={unit ?? null} day={day ?? null} />,
  admin: (id, rest) => <AdministrationPage part={id} record={rest[1]} />,
};

/** `#/inbox/UNIT/DEMAND/form` and `#/inbox/UNIT/approvals` are about forms; the rest is the list and its tasks. */
function inboxPages(rest: readonly string[]): ReactElement {
  const [unit, demand, part] = rest;
  if (unit !== undefined && demand === 'approvals') return <ApprovalsPage key={unit} unit={unit} />;
  if (unit === undefined || demand === undefined || part !== 'form') return <InboxPages rest={rest} />;
  return <FillPage key={unit + demand} unit={unit} demand={demand} />;
}

function demandPages(id: string | undefined, part: string | undefined): ReactElement {
  if (id === undefined) return <RegisterPage />;
  return part === 'chain' ? <ChainPage key={id} id={id} /> : <DemandPage key={id} id={id} />;
}

function SignedInPage({ feature, rest, roles }: PageProps): ReactElement {
  return PAGES[feature === 'home' || feature === 'sign-in' ? homeFor(roles) : feature](rest[0], rest);
}
