import { Component, type ReactNode } from 'react';
import { useMessages } from './language.tsx';

/** Catches a fault while a page is drawn and says what to do; the person's texts are in the store. */
export class Mishap extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Apology /> : this.props.children;
  }
}

function Apology(): ReactNode {
  const { frame } = useMessages();
  return (
    <div role="alert">
      <p>{frame.crashed}</p>
      <button type="button" className="plain-button" onClick={() => location.reload()}>
        {frame.reload}
      </button>
    </div>
  );
}
