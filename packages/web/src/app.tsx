import { ConfigProvider } from 'antd';
import { lazy, type ReactElement, Suspense, useEffect, useMemo } from 'react';
import { CheckPage } from './features/check/check-page.tsx';
import { Frame, type Place } from './ui/frame.tsx';
import { LanguageProvider, useMessages } from './ui/language.tsx';
import { useMedia, usePhone, useScheme } from './ui/media.ts';
import { Mishap } from './ui/mishap.tsx';
import { hrefOf, useRoute } from './ui/route.ts';
import { themeFor } from './ui/theme.ts';
import { homeFor, placesFor } from './places.ts';
import type { SignedInFeature } from './signed-in.tsx';
import { useWho, type Who } from './who.ts';

const RulesPage = lazy(() =>
  import('./features/rules/rules-page.tsx').then((module) => ({ default: module.RulesPage })),
);
const SignedIn = lazy(() => import('./signed-in.tsx').then((module) => ({ default: module.SignedIn })));
const AboutPage = lazy(() =>
  import('./features/about/about-page.tsx').then((module) => ({ default: module.AboutPage })),
);

/**
 * The routes: `#/` and `#/check/ID` 随手查, `#/rules/AREA/NAME`, `#/about`, and those behind the account (`signed-in.tsx`).
 * A new page takes a line in `Page` and one in the places.
 */
export function App(): ReactElement {
  const scheme = useScheme();
  const phone = usePhone();
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => themeFor(scheme, phone, reducedMotion), [scheme, phone, reducedMotion]);
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);
  return (
    <ConfigProvider theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <LanguageProvider>
        <Pages />
      </LanguageProvider>
    </ConfigProvider>
  );
}

/** Where the county's single sign-on sends the browser back to. */
const RETURN_PATH = '/sign-in/return';

function Pages(): ReactElement {
  const { frame, name } = useMessages();
  const who = useWho();
  const [first, ...rest] = useRoute();
  const returns = location.pathname === RETURN_PATH;
  const feature = returns ? 'sign-in' : (first ?? 'check');
  const [places, asides] = usePlaces(feature, who);
  const here = [...places, ...asides].find(({ current }) => current)?.label ?? frame.missing;
  useEffect(() => {
    document.title = `${here} · ${name}`;
  }, [here, name]);
  return (
    <Frame places={places} asides={asides} promise={isBehindAccount(feature) ? null : frame.footer}>
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
  function place(name: keyof typeof nav.places, label: string = nav.places[name]): Place {
    return { href: name === 'check' ? hrefOf() : hrefOf(name), label, current: feature === name };
  }
  if (who === null) return [[place('check'), place('rules'), place('about')], [place('sign-in')]];
  const home = homeFor(who.roles);
  const work = placesFor(who.roles).map((name) => ({
    ...place(name),
    current: feature === name || (name === home && (feature === 'home' || feature === 'sign-in')),
  }));
  return [[...work, place('check')], [place('account', who.name)]];
}

const BEHIND_ACCOUNT: readonly string[] = [
  ...(['home', 'account', 'sign-in', 'gate', 'draft', 'demands', 'admin'] satisfies SignedInFeature[]),
];

function isBehindAccount(feature: string): feature is SignedInFeature {
  return BEHIND_ACCOUNT.includes(feature);
}

function Page({ feature, rest }: { readonly feature: string; readonly rest: readonly string[] }): ReactElement {
  const { frame } = useMessages();
  if (isBehindAccount(feature)) return <SignedIn feature={feature} rest={rest} />;
  switch (feature) {
    case 'check':
      return <CheckPage id={rest[0] ?? null} />;
    case 'rules':
      return <RulesPage ruleId={rest.length > 1 ? rest.join('/') : null} />;
    case 'about':
      return <AboutPage />;
    default:
      return (
        <>
          <h1>{frame.missing}</h1>
          <p>
            <a href={hrefOf()}>{frame.home}</a>
          </p>
        </>
      );
  }
}
