import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Me } from '../me.tsx';
import { rememberWho, useWho } from '../who.ts';
import { isCopy, keepAs } from './copied.ts';
import { dropCopies } from './copies.ts';
import { hasLine, onLine, useLine } from './line.ts';
import { startOutbox, watchOutbox } from './outbox.ts';

/** While there is no line it is looked for once in so long. */
const LOOK_EVERY_MS = 20_000;

/**
 * Makes the device that of whoever is signed in: what it kept of others is forgotten, and what he did here without a
 * network is sent. `at`: when the server said who he is, in milliseconds.
 */
export function useDevice(me: Me | undefined, at: number): void {
  const queries = useQueryClient();
  const who = useWho();
  const person = me?.person ?? null;

  useEffect(() => {
    if (!me) return;
    const roles = [...new Set(me.posts.map(({ role }) => role))];
    rememberWho({ person: me.person, name: me.name, county: me.countyName, roles });
    void dropCopies(me.person).then(() => keepAs(me.person, ['me'], { value: me, at: new Date(at).toISOString() }));
  }, [me, at]);

  useEffect(() => {
    if (person === null) {
      void watchOutbox();
      return;
    }
    return startOutbox(person, (subject, isHere) => {
      const [unit = '', demand = ''] = subject.split('/');
      void queries.invalidateQueries({ queryKey: ['inbox', unit] });
      void queries.invalidateQueries({ queryKey: ['task', unit, demand] });
      // A form that is open here takes the replies in: it need not be read again for every cell.
      void queries.invalidateQueries({ queryKey: ['fill', unit, demand], refetchType: isHere ? 'none' : 'active' });
    });
  }, [person, queries]);

  // Somebody else has signed in in another tab: this one must not go on in the first one's name.
  const isSomebodyElse = who !== null && person !== null && who.person !== person;
  useEffect(() => {
    if (isSomebodyElse) location.reload();
  }, [isSomebodyElse]);

  useReconnect();
}

/** Reads again what is shown as a copy, once the line is back; while it is not, looks for it now and then. */
function useReconnect(): void {
  const queries = useQueryClient();
  const isUp = useLine();
  useEffect(() => {
    function readAgain(): void {
      void queries.invalidateQueries({ predicate: isCopy });
    }
    const stop = onLine(() => hasLine() && readAgain());
    const listening = new AbortController();
    addEventListener('online', readAgain, listening);
    const looking = isUp ? undefined : setInterval(readAgain, LOOK_EVERY_MS);
    return () => {
      stop();
      listening.abort();
      clearInterval(looking);
    };
  }, [queries, isUp]);
}
