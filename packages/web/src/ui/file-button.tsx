import { type ReactElement, type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Opens the camera on a phone. */
  readonly capture?: boolean;
  readonly kind?: 'default' | 'primary';
  readonly large?: boolean;
  readonly disabled?: boolean;
  /** What the button says where that is not its label. */
  readonly children?: ReactNode;
}

/** What the readers can read. */
export const DOCUMENTS = '.docx,.pdf,.ofd,.xlsx,.xls,.csv,.ods,.txt,.md,.html,.htm,.wps,.doc,.et';
export const TABLES = '.xlsx,.xls,.ods,.csv';

/** A button that chooses files. The browser's own field for it cannot be made to look like one. */
export function FileButton({
  label,
  onFiles,
  accept,
  multiple = false,
  capture = false,
  children,
  ...look
}: FileButtonProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => field.current?.click()}>
        {children ?? label}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        multiple={multiple}
        accept={accept}
        capture={capture ? 'environment' : undefined}
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
