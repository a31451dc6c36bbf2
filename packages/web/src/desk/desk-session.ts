import type { SourceText } from '@qingzhuang/analysis';
import type { CheckInput } from './check-protocol.ts';
import type { CheckQueue, CheckTicket } from './check-queue.ts';
import { changeDesk, type DeskChange, type DeskDocument } from './desk.ts';
import type { DeskStore, StoredDocument } from './desk-store.ts';
import type { Rewrites } from './desk.ts';

/** The desk as it stands. */
export interface DeskState {
  readonly documents: readonly DeskDocument[];
  /** False until the documents of the last visit are back. */
  readonly ready: boolean;
  /** False when this browser keeps nothing between visits. */
  readonly keeps: boolean;
}

/** The documents on the desk and everything a person can do with them. */
export interface DeskSession {
  readonly read: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Brings back what the last visit left. */
  restore(): Promise<void>;
  /** Adds documents and starts their checks; answers with their ids. */
  add(inputs: readonly { readonly name: string; readonly input: CheckInput }[]): string[];
  /** Checks again: after a cancel, or because the profile changed. */
  recheck(id: string): void;
  recheckAll(): void;
  cancel(id: string): void;
  /** Takes RFC 3339 with zone; null goes back to the date printed in the text. */
  setReceivedAt(id: string, receivedAt: string | null): void;
  accept(id: string, accepted: Rewrites): void;
  remove(id: string): void;
  clear(): void;
}

export interface DeskParts {
  readonly queue: CheckQueue;
  readonly store: DeskStore;
  /** Read anew for each check, so that a changed profile counts from the next one on. */
  readonly profile: () => string | null;
  readonly newId: () => string;
}

/** A desk that checks in the queue and keeps what was checked in the store. */
export function createDeskSession({ queue, store, profile, newId }: DeskParts): DeskSession {
  const tickets = new Map<string, CheckTicket>();
  const listeners = new Set<() => void>();
  let state: DeskState = { documents: [], ready: false, keeps: true };

  function set(changes: Partial<DeskState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  function change(deskChange: DeskChange): void {
    set({ documents: changeDesk(state.documents, deskChange) });
  }

  function find(id: string): DeskDocument | undefined {
    return state.documents.find((document) => document.id === id);
  }

  function start(id: string): void {
    const document = find(id);
    if (!document) return;
    tickets.get(id)?.cancel();
    const { input, name, receivedAt } = document;
    const facts = { path: name, ...(receivedAt === null ? {} : { receivedAt }) };
    const ticket = queue.check({ input, facts, profile: profile() }, (stage) => {
      change({ kind: 'progressed', id, progress: { kind: 'working', stage } });
    });
    tickets.set(id, ticket);
    void ticket.outcome.then((outcome) => {
      if (tickets.get(id) !== ticket) return;
      tickets.delete(id);
      change({ kind: 'answered', id, outcome });
      keep(id);
    });
  }

  function keep(id: string): void {
    const document = find(id);
    if (document?.progress.kind !== 'done' || !document.source) return;
    if (document.progress.result.document.secrecy !== null) return;
    const { name, order, source, receivedAt, accepted } = document;
    void store.save({ id, name, order, source, receivedAt, accepted }).then((keeps) => set({ keeps }));
  }

  function drop(id: string): void {
    tickets.get(id)?.cancel();
    tickets.delete(id);
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async restore() {
      const stored = await store.load();
      change({ kind: 'added', documents: stored.map(restored) });
      set({ ready: true });
      for (const { id } of stored) start(id);
    },
    add(inputs) {
      const first = Math.max(0, ...state.documents.map(({ order }) => order)) + 1;
      const documents = inputs.map(({ name, input }, index) => blank(newId(), name, first + index, input));
      change({ kind: 'added', documents });
      for (const { id } of documents) start(id);
      return documents.map(({ id }) => id);
    },
    recheck: start,
    recheckAll() {
      for (const { id } of state.documents) start(id);
    },
    cancel(id) {
      tickets.get(id)?.cancel();
    },
    setReceivedAt(id, receivedAt) {
      change({ kind: 'received-at-set', id, receivedAt });
      start(id);
    },
    accept(id, accepted) {
      change({ kind: 'accepted', id, accepted });
      keep(id);
    },
    remove(id) {
      drop(id);
      change({ kind: 'removed', id });
      void store.remove(id);
    },
    clear() {
      for (const { id } of state.documents) drop(id);
      change({ kind: 'cleared' });
      void store.clear();
    },
  };
}

function blank(id: string, name: string, order: number, input: CheckInput): DeskDocument {
  const source: SourceText | null = 'source' in input ? input.source : null;
  return { id, name, order, input, source, receivedAt: null, accepted: {}, progress: { kind: 'waiting' } };
}

function restored({ id, name, order, source, receivedAt, accepted }: StoredDocument): DeskDocument {
  return { ...blank(id, name, order, { source }), receivedAt, accepted };
}
