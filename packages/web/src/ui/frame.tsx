import type { ReactElement, ReactNode } from 'react';
import { Emblem } from './emblem.tsx';
import './frame.css';
import { useMessages } from './language.tsx';
import { usePhone } from './media.ts';
import { type Preferences, usePreferences } from './preferences.ts';
import { hrefOf } from './route.ts';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface FrameProps {
  readonly places: readonly Place[];
  /** The way to the account, at the end of the bar. */
  readonly asides: readonly Place[];
  /** What happens to the files on this page; null where there is nothing to promise. */
  readonly promise: string | null;
  readonly children: ReactNode;
}

/** Pages for everybody stand below where the menu has no room for them. */
const FOR_ALL = ['code', 'register', 'compare', 'rules', 'about'] as const;

/** The page around every page: name, places, language, light and dark, and what happens to the files. */
export function Frame({ places, asides, promise, children }: FrameProps): ReactElement {
  const messages = useMessages();
  const phone = usePhone();
  const more = FOR_ALL.filter((name) => !places.some(({ href }) => href === hrefOf(name)));
  return (
    <div className="frame">
      <a className="frame-skip" href="#main" onClick={skipToMain}>
        {messages.nav.skip}
      </a>
      <header className="frame-header no-print">
        <div className="frame-bar">
          <a className="frame-name" href={hrefOf()} aria-label={messages.name}>
            <Emblem />
            <span>{messages.name}</span>
          </a>
          <nav className="frame-nav" aria-label={messages.nav.label}>
            <Links places={places} />
            <span className="frame-asides">
              <Links places={asides} />
            </span>
          </nav>
          {!phone && <Tools />}
        </div>
      </header>
      <main className="frame-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-footer no-print">
        {promise}
        {more.length > 0 && (
          <nav className="frame-more" aria-label={messages.nav.more}>
            {more.map((name) => (
              <a key={name} href={hrefOf(name)}>
                {messages.nav.places[name]}
              </a>
            ))}
          </nav>
        )}
        {phone && <Tools />}
      </footer>
    </div>
  );
}

function Links({ places }: { readonly places: readonly Place[] }): ReactElement[] {
  return places.map(({ href, label, current }) => (
    <a key={href} href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  ));
}

function Tools(): ReactElement {
  const { frame } = useMessages();
  const [{ language, scheme }, change] = usePreferences();
  return (
    <div className="frame-tools">
      <button
        type="button"
        className="plain-button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        title={frame.languageHint}
        onClick={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {frame.language}
      </button>
      <select
        className="frame-scheme"
        aria-label={frame.schemeLabel}
        value={scheme}
        onChange={({ target }) => change({ scheme: target.value as Preferences['scheme'] })}
      >
        <option value="system">{frame.scheme.system}</option>
        <option value="light">{frame.scheme.light}</option>
        <option value="dark">{frame.scheme.dark}</option>
      </select>
    </div>
  );
}

// The address behind # is the route: jumping to an anchor would leave the page.
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
