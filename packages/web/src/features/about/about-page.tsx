import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { changePreferences } from '../../ui/preferences.ts';
import { desk, useDesk } from '../../desk/app-desk.ts';
import './about-page.css';

/** What the page is, where files go, what this machine keeps, and a button that clears it. */
export function AboutPage(): ReactElement {
  const { about } = useMessages();
  const { documents } = useDesk();
  const [cleared, setCleared] = useState(false);
  return (
    <article className="about">
      <h1>{about.title}</h1>
      {about.sections.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <div className="row no-print">
        <Button
          kind="danger"
          onClick={() => {
            desk.clear();
            changePreferences({ draft: '' });
            setCleared(true);
          }}
        >
          {about.clear}
        </Button>
        <span role="status" className="soft">
          {cleared && documents.length === 0 ? about.cleared : about.stored(documents.length)}
        </span>
      </div>
    </article>
  );
}
