import { type ReactElement, useRef } from 'react';
import { Button } from '../../ui/button.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  /** Opens the camera on a phone. */
  readonly capture?: boolean;
}

/** A button that chooses files. The browser's own field for it cannot be made to look like one. */
export function FileButton({ label, onFiles, accept, capture = false }: FileButtonProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => field.current?.click()}>{label}</Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        multiple={!capture}
        {...(accept !== undefined && { accept })}
        {...(capture && { capture: 'environment' as const })}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again after it was removed.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
