import { type MouseEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import './dialog.css';
import { useMessages } from './language.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog above the page, drawn by the browser: focus stays inside, Esc and a tap beside it close it. */
export function Dialog({ title, onClose, children }: DialogProps): ReactElement {
  const { frame } = useMessages();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  // What is inside covers the whole dialog: only a tap on the backdrop hits the dialog itself.
  function closeBeside({ target }: MouseEvent): void {
    if (target === dialog.current) onClose();
  }
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClick={closeBeside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-inside">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="dialog-close" aria-label={frame.close} onClick={onClose}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
