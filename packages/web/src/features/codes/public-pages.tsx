import type { ReactElement } from 'react';
import { ApiProvider } from '../../api.tsx';
import { WordsProvider } from '../../words.tsx';
import { CodePage } from './code-page.tsx';
import { PublicRegisterPage } from './public-register-page.tsx';

export type PublicFeature = 'code' | 'register';

interface PublicPagesProps {
  readonly feature: PublicFeature;
  /** A code or what a QR code holds; or the county of the register. */
  readonly text: string | null;
}

/** What anybody may ask the server without an account. */
export function PublicPages({ feature, text }: PublicPagesProps): ReactElement {
  return (
    <ApiProvider>
      <WordsProvider>
        {feature === 'code' ? <CodePage key={text} text={text} /> : <PublicRegisterPage county={text} />}
      </WordsProvider>
    </ApiProvider>
  );
}
