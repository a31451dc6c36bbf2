import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import './panels.css';

/** The keys that work on the result page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { help } = useMessages();
  return (
    <Modal open title={help.title} footer={null} onCancel={onClose} width={420}>
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
    </Modal>
  );
}
