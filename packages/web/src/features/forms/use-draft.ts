import { forms } from '@qingzhuang/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { now } from '../../clock.ts';
import type { Fill } from '../../fills.ts';
import { listDeeds, readDeed } from '../../offline/deeds.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { keepEdits, onSent, sendNow, useOutbox } from '../../offline/outbox.ts';
import type { Sent } from '../../offline/sender.ts';
import { applyEdits, type FillEdit, inverseOf, type NewEdit, settleEdits } from './draft.ts';

/** Edits that follow each other so quickly go out in one request. */
const GATHER_MS = 800;
const MOST_EDITS = 200;

export interface Draft {
  /** The form with what the server does not know yet. */
  readonly fill: Fill;
  /** Keeps an edit on the device at once and sends it in a moment. */
  readonly edit: (edit: NewEdit) => void;
  /** Takes the last edit back; null where there is none. */
  readonly undo: (() => void) | null;
  /** Resolves once everything stands on the device. */
  readonly kept: () => Promise<void>;
  /** Some edits have not reached the server yet. */
  readonly isUnsent: boolean;
}

type Key = Pick<Fill, 'unit' | 'demand'>;

/** A form that is edited on this device: nothing that was typed is lost, with or without a network. */
export function useDraft(server: Fill): Draft {
  const { unit, demand } = server;
  const subject = `${unit}/${demand}`;
  const [unsent, setUnsent] = useState<readonly FillEdit[]>([]);
  const [undos, setUndos] = useState<readonly NewEdit[]>([]);
  const queries = useQueryClient();
  const { person } = useOutbox();
  const keeper = useRef(createKeeper({ unit, demand }));
  const fill = useMemo(() => applyEdits(server, unsent), [server, unsent]);
  const latest = useRef(fill);
  const waiting = useRef(unsent);
  useEffect(() => {
    latest.current = fill;
    waiting.current = unsent;
  }, [fill, unsent]);

  useEffect(() => {
    let isHere = true;
    if (person !== null) {
      void readUnsent(person, subject).then((kept) => {
        if (isHere)
          setUnsent((typed) => [...kept, ...typed.filter(({ event }) => !kept.some((k) => k.event === event))]);
      });
    }
    return () => {
      isHere = false;
    };
  }, [person, subject]);

  useEffect(
    () =>
      onSent((sent) => {
        if (sent.subject !== subject) return;
        const settled = settledBy(sent);
        if (settled === null) {
          void queries.invalidateQueries({ queryKey: ['fill', unit, demand] });
          return;
        }
        const told = new Set(settled.outcomes.map(({ event }) => event));
        const edits = waiting.current.filter(({ event }) => told.has(event));
        queries.setQueryData<Fill>(['fill', unit, demand], (old) => old && settle(old, edits, settled));
        setUnsent((before) => before.filter(({ event }) => !told.has(event)));
        // A reading that began before the edits arrived knows nothing of them.
        const isConflict = settled.outcomes.some(({ outcome }) => outcome === 'conflict');
        const queryKey = ['fill', unit, demand];
        if (isConflict || queries.isFetching({ queryKey }) > 0) void queries.invalidateQueries({ queryKey });
      }),
    [queries, subject, unit, demand],
  );

  const edit = useCallback((given: NewEdit): void => {
    const inverse = inverseOf(latest.current, given);
    if (inverse !== null) setUndos((before) => [...before, inverse]);
    const named: FillEdit = { ...given, event: nameDeed(), saidAt: now().toISOString() };
    latest.current = applyEdits(latest.current, [named]);
    setUnsent((before) => [...before, named]);
    keeper.current.keep(named);
  }, []);

  const last = undos.at(-1);
  return {
    fill,
    edit,
    undo:
      last === undefined
        ? null
        : () => {
            edit(last);
            setUndos((before) => before.slice(0, -2));
          },
    kept: () => keeper.current.kept(),
    isUnsent: unsent.length > 0,
  };
}

interface Settled {
  readonly version: number;
  readonly outcomes: readonly forms.EditOutcome[];
}

/** What the server says about edits; null when something else was sent. */
function settledBy(sent: Sent): Settled | null {
  const reply = sent.state === 'sent' ? sent.reply : null;
  return typeof reply === 'object' && reply !== null && 'outcomes' in reply ? (reply as Settled) : null;
}

function settle(fill: Fill, edits: readonly FillEdit[], { version, outcomes }: Settled): Fill {
  return { ...settleEdits(fill, edits, outcomes), version };
}

/** The edits that wait on the device, from this visit or an earlier one. */
async function readUnsent(person: string, subject: string): Promise<FillEdit[]> {
  const deeds = (await listDeeds(person)).filter((deed) => deed.subject === subject && deed.name === 'fill');
  const requests = await Promise.all(deeds.map(({ id }) => readDeed(id)));
  return requests.flatMap((request) => (request?.body['edits'] ?? []) as FillEdit[]);
}

interface Keeper {
  readonly keep: (edit: FillEdit) => void;
  readonly kept: () => Promise<void>;
}

/** Puts edits into the outbox one after the other, several in one deed while it has not gone out. */
function createKeeper({ unit, demand }: Key): Keeper {
  const subject = `${unit}/${demand}`;
  let open: { readonly id: string; readonly edits: readonly FillEdit[] } | null = null;
  let keeping: Promise<void> = Promise.resolve();
  let sending: ReturnType<typeof setTimeout> | undefined;

  function put(id: string, edits: readonly FillEdit[], isMore: boolean): Promise<boolean> {
    return keepEdits(forms.editFill, { id, subject, isMore, input: { unit, demand, edits: [...edits] } });
  }

  async function keepNow(edit: FillEdit): Promise<void> {
    const more = open && open.edits.length < MOST_EDITS ? { id: open.id, edits: [...open.edits, edit] } : null;
    if (more !== null && (await put(more.id, more.edits, true))) {
      open = more;
      return;
    }
    open = { id: nameDeed(), edits: [edit] };
    await put(open.id, open.edits, false);
  }

  return {
    keep(edit) {
      keeping = keeping.then(() => keepNow(edit)).catch(() => undefined);
      clearTimeout(sending);
      sending = setTimeout(() => void keeping.then(sendNow), GATHER_MS);
    },
    kept: () => keeping,
  };
}
