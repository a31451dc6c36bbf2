import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { Frame, type Place } from './ui/frame.tsx';
import { LanguageProvider, useMessages } from './ui/language.tsx';
import { usePhone, useScheme } from './ui/media.ts';
import { Mishap } from './ui/mishap.tsx';
import { hrefOf, useRoute } from './ui/route.ts';
import { homeFor, placesFor } from './places.ts';
import type { SignedInFeature } from './signed-in.tsx';
import { useWho, type Who } from './who.ts';

// Whoever begins the day with his list need not load the checker's page first.
const CheckPage = lazy(() =>
  import('./features/check/check-page.tsx').then((module) => ({ default: module.CheckPage })),
);
const ComparePage = lazy(() =>
  import('./features/compare/compare-page.tsx').then((module) => ({ default: module.ComparePage })),
);
const RulesPage = lazy(() =>
  import('./features/rules/rules-page.tsx').then((module) => ({ default: module.RulesPage })),
);
const SignedIn = lazy(() => import('./signed-in.tsx').then((module) => ({ default: module.SignedIn })));
const PublicPages = lazy(() =>
  import('./features/codes/public-pages.tsx').then((module) => ({ default: module.PublicPages })),
);
const AboutPage = lazy(() =>
  import('./features/about/about-page.tsx').then((module) => ({ default: module.AboutPage })),
);

/**
 * The routes: `#/` and `#/check/ID` 随手查, `#/compare` 一致性比对, `#/code/CODE` 查码, `#/register/COUNTY`, `#/rules/AREA/NAME`, `#/about`, and those behind the account (`signed-in.tsx`).
 * A new page takes a line in `Page` and one in the places.
 */
export function App(): ReactElement {
  const scheme = useScheme();
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);
  return (
    <LanguageProvider>
      <Pages />
    </LanguageProvider>
  );
}

/** Where the county's single sign-on sends the browser back to. */
const RETURN_PATH = '/sign-in/return';

function Pages(): ReactElement {
  const { frame, nav, name } = useMessages();
  const who = useWho();
  const [first, ...rest] = useRoute();
  const returns = location.pathname === RETURN_PATH;
  const feature = returns ? 'sign-in' : (first ?? 'check');
  const [places, asides] = usePlaces(feature, who);
  const named = Object.hasOwn(nav.places, feature) ? nav.places[feature as keyof typeof nav.places] : frame.missing;
  const here = [...places, ...asides].find(({ current }) => current)?.label ?? named;
  useEffect(() => {
    document.title = `${here} · ${name}`;
  }, [here, name]);
  return (
    <Frame places={places} asides={asides} promise={isLocal(feature) ? frame.footer : null}>
      <Mishap>
        <Suspense fallback={<p className="soft">{frame.loading}</p>}>
          <Page feature={feature} rest={rest} />
        </Suspense>
      </Mishap>
    </Frame>
  );
}

/** The menu, and what stands at its end: for visitors the check, for those with an account what their posts allow. */
function usePlaces(feature: string, who: Who | null): readonly [places: Place[], asides: Place[]] {
  const { nav } = useMessages();
  const phone = usePhone();
  function place(name: keyof typeof nav.places, label: string = nav.places[name]): Place {
    return { href: name === 'check' ? hrefOf() : hrefOf(name), label, current: feature === name };
  }
  if (who === null) {
    const more = phone ? [] : [place('compare'), place('rules'), place('about')];
    return [[place('check'), place('code'), place('register'), ...more], [place('sign-in')]];
  }
  const home = homeFor(who.roles);
  const work = placesFor(who.roles).map((name) => ({
    ...place(name),
    current: feature === name || (name === home && (feature === 'home' || feature === 'sign-in')),
  }));
  return [[...work, place('check'), ...(phone ? [] : [place('compare')])], [place('account', who.name)]];
}

const BEHIND_ACCOUNT: readonly string[] = [
  ...([
    'home',
    'account',
    'sign-in',
    'inbox',
    'gate',
    'draft',
    'demands',
    'documents',
    'admin',
    'leader',
    'caps',
    'catalogue',
    'planning',
  ] satisfies SignedInFeature[]),
];

function isBehindAccount(feature: string): feature is SignedInFeature {
  return BEHIND_ACCOUNT.includes(feature);
}

/** Pages that ask the server nothing. */
function isLocal(feature: string): boolean {
  return !isBehindAccount(feature) && feature !== 'code' && feature !== 'register';
}

/** Pages that need no account, by the first step of their address. */
const OPEN_PAGES: Readonly<Partial<Record<string, (rest: readonly string[]) => ReactElement>>> = {
  check: ([id]) => <CheckPage id={id ?? null} />,
  compare: () => <ComparePage />,
  rules: (rest) => <RulesPage ruleId={rest.length > 1 ? rest.join('/') : null} />,
  code: ([text]) => <PublicPages feature="code" text={text ?? null} />,
  register: ([county]) => <PublicPages feature="register" text={county ?? null} />,
  about: () => <AboutPage />,
};

function Page({ feature, rest }: { readonly feature: string; readonly rest: readonly string[] }): ReactElement {
  const { frame } = useMessages();
  if (isBehindAccount(feature)) return <SignedIn feature={feature} rest={rest} />;
  const open = Object.hasOwn(OPEN_PAGES, feature) ? OPEN_PAGES[feature] : undefined;
  if (open) return open(rest);
  return (
    <>
      <h1>{frame.missing}</h1>
      <p>
        <a href={hrefOf()}>{frame.home}</a>
      </p>
    </>
  );
}
