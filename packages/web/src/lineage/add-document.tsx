import { documents, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../api.tsx';
import { DOCUMENTS, FileButton } from '../ui/file-button.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { useDrop } from '../ui/use-drop.ts';
import { useWords } from '../words.tsx';

const GIVEN = ['national', 'province', 'city', 'county'] as const satisfies readonly documents.DocumentLevel[];
type Given = (typeof GIVEN)[number];

interface AddDocumentProps {
  /** The level that is most likely. */
  readonly usual: Given;
  /** Files that are dropped anywhere on the page are taken too. */
  readonly takesDrops?: boolean;
  readonly disabled?: boolean;
  readonly onAdded: (document: DeepReadonly<documents.DocumentSummary>) => void;
}

/** Takes a file from above into the county's library. Only its level is asked; the rest stands in the file. */
export function AddDocument({ usual, takesDrops = false, disabled = false, onAdded }: AddDocumentProps): ReactElement {
  const { documents: words } = useWords();
  const [level, setLevel] = useState<Given>(usual);
  const call = useApi();
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: (file: File) => call(documents.addDocument, { level, file }),
    onSuccess(document) {
      void queries.invalidateQueries({ queryKey: ['documents'] });
      onAdded(document);
    },
  });
  const isBusy = disabled || adding.isPending;
  function take([file]: readonly File[]): void {
    if (file && !isBusy) adding.mutate(file);
  }
  return (
    <div className="stack">
      {takesDrops && <DropTarget onFiles={take} />}
      <div className="row">
        <label>
          {words.levelOfFile}{' '}
          <select className="field" value={level} onChange={({ target }) => setLevel(target.value as Given)}>
            {GIVEN.map((one) => (
              <option key={one} value={one}>
                {words.levels[one]}
              </option>
            ))}
          </select>
        </label>
        <FileButton label={words.add} accept={DOCUMENTS} disabled={isBusy} onFiles={take} />
        <span role="status" className="soft small">
          {adding.isPending && words.adding}
          {adding.data && words.added(adding.data.title)}
        </span>
      </div>
      <RefusalNote error={adding.error} />
    </div>
  );
}

function DropTarget({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): null {
  useDrop({ onFiles, onText: () => undefined });
  return null;
}
