import { inbox } from '@qingzhuang/contract';
import { useCallback, useEffect, useRef } from 'react';
import { now } from '../../clock.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { perform } from '../../offline/outbox.ts';
import { about, type TaskKey } from './queries.ts';

/** A sign of work is noted once in so long, and what was noted is sent once in so long. */
const NOTE_EVERY_MS = 30_000;
const SEND_EVERY_MS = 120_000;
const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const;

/**
 * Measures silently how long the task takes, which shows whether its issuer counted it rightly: says that it was opened
 * and when somebody worked on it. Nobody waits for it. Gives what sends the last moments, to be done before an answer.
 */
export function useTime({ unit, demand }: TaskKey, isMeasured: boolean): () => void {
  const moments = useRef<string[]>([]);
  const send = useCallback((): void => {
    const noted = moments.current.splice(0);
    if (noted.length === 0) return;
    const said = { unit, demand, event: nameDeed(), moments: noted };
    // A lost measurement costs nobody anything.
    perform(inbox.noteTime, said, about({ unit, demand }, 'time')).catch(() => undefined);
  }, [unit, demand]);

  useEffect(() => {
    if (!isMeasured) return;
    const opened = { unit, demand, event: nameDeed() };
    perform(inbox.openTask, opened, about({ unit, demand }, 'open')).catch(() => undefined);
    let last = now().getTime();
    function note(): void {
      const at = now();
      if (at.getTime() - last < NOTE_EVERY_MS) return;
      last = at.getTime();
      moments.current.push(at.toISOString());
    }
    function leave(): void {
      if (document.visibilityState === 'hidden') send();
    }
    const listening = new AbortController();
    for (const sign of SIGNS) addEventListener(sign, note, { signal: listening.signal, passive: true });
    document.addEventListener('visibilitychange', leave, listening);
    const sending = setInterval(send, SEND_EVERY_MS);
    return () => {
      listening.abort();
      clearInterval(sending);
      send();
    };
  }, [unit, demand, isMeasured, send]);
  return send;
}
