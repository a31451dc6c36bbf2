import { demands } from '@qingzhuang/contract';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../../api.tsx';
import { useMe } from '../../../me.tsx';
import { Button } from '../../../ui/button.tsx';
import { DOCUMENTS, FileButton } from '../../../ui/file-button.tsx';
import { removeKept, useKept } from '../../../ui/kept.ts';
import { useMessages } from '../../../ui/language.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { useWords } from '../../../words.tsx';
import { useOriginal } from '../original-text.tsx';
import { type Demand, useTakeIn } from '../queries.ts';

interface TextReplacementProps {
  readonly demand: Demand;
  readonly isOpen: boolean;
  /** Something typed in the fields has not been saved: the new version would go past it. */
  readonly isDirty: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** The corrected text in the place of the one that was dropped: another file, or the words changed here. */
export function TextReplacement({ demand, isOpen, isDirty, onToggle }: TextReplacementProps): ReactElement | null {
  const { screening: words } = useWords();
  const { duration } = useMessages();
  const { person } = useMe();
  // Of this version: another text is another beginning.
  const keptAs = `${person}/text/${demand.id}/${String(demand.version)}`;
  const replacing = useReplacing(demand, () => {
    removeKept(keptAs);
    onToggle(false);
  });
  if (demand.files.length === 0 || !demand.actions.includes('revise')) return null;
  const isBusy = replacing.isPending || isDirty;
  return (
    <section className="panel stack">
      <div className="row">
        <Button aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          {words.changeText}
        </Button>
        <FileButton
          label={words.replaceFile}
          accept={DOCUMENTS}
          disabled={isBusy}
          onFiles={([file]) => file && replacing.mutate({ file })}
        />
      </div>
      {isDirty && <p className="soft small">{words.saveFirst}</p>}
      {isOpen && (
        <TextForm demand={demand} keptAs={keptAs} isBusy={isBusy} onSend={(text) => replacing.mutate({ text })} />
      )}
      <p role="status">
        {replacing.isPending && words.replacing}
        {replacing.data && words.replaced(duration(replacing.data.before), duration(replacing.data.after))}
      </p>
      <RefusalNote error={replacing.error} />
    </section>
  );
}

interface TextFormProps {
  readonly demand: Demand;
  readonly keptAs: string;
  readonly isBusy: boolean;
  readonly onSend: (text: string) => void;
}

/** The words as they were read, to be changed; what is typed stays in this browser until it is sent. */
function TextForm({ demand, keptAs, isBusy, onSend }: TextFormProps): ReactElement {
  const { screening: words } = useWords();
  const before = useOriginal(demand).data?.text ?? '';
  const [typed, keep, forget] = useKept<string | null>(keptAs, null);
  const text = typed ?? before;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text);
      }}
    >
      <p className="soft">{words.changeTextLead}</p>
      <textarea
        className="field"
        aria-label={words.textLabel}
        rows={14}
        autoFocus
        value={text}
        onChange={({ target }) => keep(target.value)}
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy || text.trim() === '' || text === before}>
          {words.replaceText}
        </Button>
        {typed !== null && <Button onClick={forget}>{words.undoText}</Button>}
      </div>
    </form>
  );
}

/** Sends the corrected text; answers with the minutes of all bearers a year before and after. */
function useReplacing({ id, version, screening }: Demand, onDone: () => void) {
  const call = useApi();
  const takeIn = useTakeIn();
  return useMutation({
    async mutationFn(text: { readonly file: File } | { readonly text: string }) {
      const corrected = await call(demands.replaceDemandText, { id, ...text }, { ifMatch: version });
      takeIn(corrected);
      return {
        before: screening?.totalMinutes.likely ?? 0,
        after: corrected.screening?.totalMinutes.likely ?? 0,
      };
    },
    onSuccess: onDone,
  });
}
