import { demands, Refusal } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useApi } from '../../../api.tsx';
import type { ShownComparison } from '../../../lineage/chain-level.ts';
import { useChain, useSuperior } from '../../../lineage/queries.ts';
import { useMe } from '../../../me.tsx';
import { Button } from '../../../ui/button.tsx';
import { readKept, removeKept, useKept } from '../../../ui/kept.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import { ActionForm } from '../action-form.tsx';
import { Findings, showFinding } from '../findings.tsx';
import { type Layout, useLayout } from '../layout/queries.ts';
import { type Demand, useTakeIn } from '../queries.ts';
import { RegisterFindings } from '../register-findings.tsx';
import { VerdictLine } from '../verdict-line.tsx';
import { CheaperWays } from './cheaper-ways.tsx';
import { type CheaperWay, differencesOf, draftOf, type KeptDraft, withWay } from './draft.ts';
import { DraftFields, tidy } from './draft-fields.tsx';
import { SuperiorPanel } from './superior-panel.tsx';

// A draft that was typed has no text.
const OriginalText = lazy(() => import('../original-text.tsx').then((module) => ({ default: module.OriginalText })));
const TextReplacement = lazy(() =>
  import('./text-replacement.tsx').then((module) => ({ default: module.TextReplacement })),
);
const CapsLeft = lazy(() => import('./caps-left.tsx').then((module) => ({ default: module.CapsLeft })));
const Conflict = lazy(() => import('./conflict.tsx').then((module) => ({ default: module.Conflict })));
const LayoutPanel = lazy(() =>
  import('../layout/layout-panel.tsx').then((module) => ({ default: module.LayoutPanel })),
);

/** One draft: its text and the fields to correct on one side; findings, caps and cheaper ways on the other. */
export function DraftEditor({ demand }: { readonly demand: Demand }): ReactElement {
  const { draft: words } = useWords();
  const { person } = useMe();
  const confirmKey = `${person}/to-confirm/${demand.id}`;
  const [toConfirm] = useState(() => readKept<readonly string[]>(confirmKey, []));
  const editing = useEditing(demand, () => removeKept(confirmKey));
  const [isTextOpen, openText] = useState(false);
  const comparison = useOwnComparison(demand);
  const layout = useLayout(demand);
  return (
    <div className="editor">
      <header className="editor-verdict">
        <h1 className="editor-title">{demand.ask}</h1>
        <VerdictLine demand={demand} />
      </header>
      <div className="editor-text stack">
        <Suspense>
          <OriginalText demand={demand} onFinding={showFinding} />
          <TextReplacement demand={demand} isOpen={isTextOpen} isDirty={editing.isDirty} onToggle={openText} />
        </Suspense>
        <EditorForm
          demand={demand}
          editing={editing}
          toConfirm={toConfirm}
          isCounted={(layout.data ?? null) !== null}
        />
      </div>
      <aside className="editor-findings stack">
        <CheaperWays
          ways={waysBeside(demand, layout.data ?? null)}
          onTake={(way) => editing.taking.mutate(way)}
          onAlter={() => openText(true)}
          isBusy={editing.taking.isPending}
          isDirty={editing.isDirty}
          taken={editing.taking.data ?? null}
        />
        <RefusalNote error={editing.taking.error} />
        <Suspense>
          <LayoutPanel demand={demand} isDirty={editing.isDirty} />
        </Suspense>
        <SuperiorPanel demand={demand} comparison={comparison} isDirty={editing.isDirty} />
        <Suspense>
          <CapsLeft demand={demand} />
        </Suspense>
        <RegisterFindings screening={demand.screening} />
        <Findings findings={demand.screening?.findings ?? []} comparison={comparison} />
        <p>
          <a href={hrefOf('demands', demand.id)}>{words.open}</a>
        </p>
        {demand.actions.includes('declare-emergency') && <Emergency demand={demand} />}
      </aside>
    </div>
  );
}

/** What would cost less, but for what the panel of an attached form says about its fields. */
function waysBeside({ screening }: Demand, layout: Layout | null): readonly CheaperWay[] {
  const ways = screening?.cheaperWays ?? [];
  return layout === null ? ways : ways.filter(({ way }) => way !== 'drop-known-fields');
}

/** The draft beside its superior's text; null while it is worked out and where there is none. */
function useOwnComparison(demand: Demand): ShownComparison | null {
  const superior = useSuperior(demand);
  const chain = useChain(demand, (superior.data?.superior ?? null) !== null);
  return chain.data?.levels.at(-1)?.comparison ?? null;
}

interface EditorFormProps {
  readonly demand: Demand;
  readonly editing: ReturnType<typeof useEditing>;
  readonly toConfirm: readonly string[];
  /** Its form is attached and says itself how much it asks. */
  readonly isCounted: boolean;
}

function EditorForm({ demand, editing, toConfirm, isCounted }: EditorFormProps): ReactElement {
  const { draft: words } = useWords();
  const { kept, isStale } = editing;
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        editing.saving.mutate();
      }}
    >
      <h2>{words.fieldsTitle}</h2>
      {toConfirm.length > 0 && <p className="soft">{words.fieldsLead}</p>}
      <DraftFields draft={kept.draft} onChange={editing.change} toConfirm={toConfirm} isCounted={isCounted} />
      {isStale ? (
        <Suspense>
          <Conflict demand={demand} kept={kept} onSettle={editing.settle} />
        </Suspense>
      ) : (
        <SendBar editing={editing} maySubmit={demand.actions.includes('submit')} />
      )}
    </form>
  );
}

interface SendBarProps {
  readonly editing: ReturnType<typeof useEditing>;
  readonly maySubmit: boolean;
}

/** Save, submit, or drop what was typed. */
function SendBar({ editing, maySubmit }: SendBarProps): ReactElement {
  const { draft: words } = useWords();
  const { kept, saving, submitting, isDirty, discard } = editing;
  const busy = saving.isPending || submitting.isPending;
  return (
    <>
      <RefusalNote error={saving.error ?? submitting.error} />
      <div className="editor-bar">
        <Button type="submit" disabled={busy || !isDirty || kept.draft.bearers.length === 0}>
          {saving.isPending ? words.saving : words.save}
        </Button>
        {(maySubmit || isDirty) && (
          <Button kind="primary" disabled={busy} onClick={() => submitting.mutate()}>
            {isDirty ? words.saveAndSubmit : words.submit}
          </Button>
        )}
        {isDirty && <Button onClick={discard}>{words.discard}</Button>}
        <SaveState isDirty={isDirty} isSaved={saving.isSuccess} />
      </div>
    </>
  );
}

interface SaveStateProps {
  readonly isDirty: boolean;
  readonly isSaved: boolean;
}

function SaveState({ isDirty, isSaved }: SaveStateProps): ReactElement {
  const { draft: words } = useWords();
  const saved = isSaved ? words.saved : '';
  return (
    <span role="status" className="soft small">
      {isDirty ? words.unsaved : saved}
    </span>
  );
}

/** The way past the gate, with its price. */
function Emergency({ demand }: { readonly demand: Demand }): ReactElement {
  const { draft: words, actions } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.emergency} {actions['declare-emergency']}
      </button>
      {isOpen && (
        <ActionForm
          demand={demand}
          action="declare-emergency"
          onClose={() => setOpen(false)}
          onDone={() => goTo('demands', demand.id)}
        />
      )}
    </section>
  );
}

/** What is being typed, kept until it is saved, and the ways to send it. */
function useEditing(demand: Demand, onSaved: () => void) {
  const { person } = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const takeIn = useTakeIn();
  const { id, version } = demand;
  const saved: KeptDraft = { draft: draftOf(demand), version };
  const [stored, keep, forget] = useKept<KeptDraft | null>(`${person}/draft/${id}`, null);
  const kept = stored ?? saved;
  const isDirty = differencesOf(saved.draft, kept.draft).length > 0;

  async function send(draft: KeptDraft['draft']): Promise<Demand> {
    const revised = await call(demands.reviseDemand, { id, ...tidy(draft) }, { ifMatch: kept.version });
    forget();
    takeIn(revised);
    return revised;
  }
  async function save(): Promise<Demand> {
    const revised = await send(kept.draft);
    onSaved();
    return revised;
  }
  async function submit(): Promise<Demand> {
    const current = isDirty ? await save() : demand;
    return call(demands.submitDemand, { id }, { ifMatch: current.version });
  }
  function onError(error: Error): void {
    if (error instanceof Refusal && error.code === 'stale') {
      void queries.invalidateQueries({ queryKey: ['demand', id] });
    }
  }
  const saving = useMutation({ mutationFn: save, onError });
  const taking = useMutation({
    async mutationFn(way: CheaperWay) {
      const { screening } = await send(withWay(kept.draft, way));
      return {
        before: demand.screening?.totalMinutes.likely ?? 0,
        after: screening?.totalMinutes.likely ?? 0,
      };
    },
    onError,
  });
  const submitting = useMutation({
    mutationFn: submit,
    onError,
    onSuccess(submitted) {
      takeIn(submitted);
      goTo('demands', id);
    },
  });
  return {
    kept,
    isDirty,
    // Somebody has saved since this was begun: nothing is sent before the two are compared.
    isStale: isDirty && kept.version < version,
    saving,
    taking,
    submitting,
    change: (draft: KeptDraft['draft']) => keep({ draft, version: kept.version }),
    settle: (draft: KeptDraft['draft']) => keep({ draft, version }),
    discard: forget,
  };
}
