import { type ReactElement, useState } from 'react';
import { useWords } from '../words.tsx';
import { Button } from './button.tsx';
import { useMessages } from './language.tsx';

/** Copies a text and says so. */
export function CopyButton({ text }: { readonly text: string }): ReactElement {
  const { account } = useWords();
  const { export: words } = useMessages();
  const [note, setNote] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setNote(words.copied);
    } catch {
      setNote(words.copyFailed);
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{account.copy}</Button>
      <span role="status" className="soft small">
        {note}
      </span>
    </>
  );
}
