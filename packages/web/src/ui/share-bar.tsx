import type { ReactElement } from 'react';
import './share-bar.css';

/** What is used of what may be used, as a bar; the words beside it say the same. Beyond the whole it turns red. */
export function ShareBar({ share, alarming = share > 1 }: ShareBarProps): ReactElement {
  const width = `${String(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <span className={alarming ? 'share-bar share-bar-over' : 'share-bar'} aria-hidden="true">
      <span style={{ width }} />
    </span>
  );
}

interface ShareBarProps {
  /** 0 to 1 and beyond. */
  readonly share: number;
  readonly alarming?: boolean;
}
