import type { ReactElement } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import './panels.css';

/** The keys that work on the result page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { help } = useMessages();
  return (
    <Dialog title={help.title} onClose={onClose}>
      <dl className="keys">
        {help.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
