import { ConfigProvider } from 'antd';
import { lazy, type ReactElement, Suspense, useEffect, useMemo } from 'react';
import { CheckPage } from './features/check/check-page.tsx';
import { Frame } from './ui/frame.tsx';
import { LanguageProvider, useMessages } from './ui/language.tsx';
import { useMedia, usePhone, useScheme } from './ui/media.ts';
import { Mishap } from './ui/mishap.tsx';
import { hrefOf, useRoute } from './ui/route.ts';
import { themeFor } from './ui/theme.ts';

const RulesPage = lazy(() =>
  import('./features/rules/rules-page.tsx').then((module) => ({ default: module.RulesPage })),
);
const AboutPage = lazy(() =>
  import('./features/about/about-page.tsx').then((module) => ({ default: module.AboutPage })),
);

/** The routes: `#/` and `#/check/ID` 随手查, `#/rules/AREA/NAME`, `#/about`. A new page takes a line in `Page` and one in `places`. */
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

function Pages(): ReactElement {
  const { nav, frame, name } = useMessages();
  const [feature = 'check', ...rest] = useRoute();
  const places = [
    { href: hrefOf(), label: nav.check, current: feature === 'check' },
    { href: hrefOf('rules'), label: nav.rules, current: feature === 'rules' },
    { href: hrefOf('about'), label: nav.about, current: feature === 'about' },
  ];
  const here = places.find(({ current }) => current)?.label ?? frame.missing;
  useEffect(() => {
    document.title = `${here} · ${name}`;
  }, [here, name]);
  return (
    <Frame places={places}>
      <Mishap>
        <Suspense fallback={<p className="soft">{frame.loading}</p>}>
          <Page feature={feature} rest={rest} />
        </Suspense>
      </Mishap>
    </Frame>
  );
}

function Page({ feature, rest }: { readonly feature: string; readonly rest: readonly string[] }): ReactElement {
  const { frame } = useMessages();
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
