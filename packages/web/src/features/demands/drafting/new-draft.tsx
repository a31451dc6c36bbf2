import { demands } from '@qingzhuang/contract';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../../api.tsx';
import { useMe } from '../../../me.tsx';
import { useKept } from '../../../ui/kept.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { goTo } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import { useTakeIn } from '../queries.ts';
import { Button } from '../../../ui/button.tsx';
import type { Draft } from './draft.ts';
import { DraftFields, tidy } from './draft-fields.tsx';

/** A draft that is typed by hand. It is screened when it is saved for the first time. */
export function NewDraft({ blank }: { readonly blank: Draft }): ReactElement {
  const { draft: words } = useWords();
  const { person } = useMe();
  const call = useApi();
  const takeIn = useTakeIn();
  const [draft, keep, forget] = useKept(`${person}/new-draft/${blank.issuer}`, blank);
  const saving = useMutation({
    mutationFn: () => call(demands.draftDemand, tidy(draft)),
    onSuccess(demand) {
      forget();
      takeIn(demand);
      goTo('draft', demand.id);
    },
  });
  return (
    <form
      className="panel stack"
      aria-label={words.blank}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <DraftFields draft={draft} onChange={keep} toConfirm={[]} />
      <div>
        <Button kind="primary" type="submit" disabled={saving.isPending || draft.bearers.length === 0}>
          {saving.isPending ? words.saving : words.save}
        </Button>
      </div>
      <RefusalNote error={saving.error} />
    </form>
  );
}
