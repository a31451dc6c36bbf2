import { type RefCallback, useCallback, useEffect, useState } from 'react';

/** Rows beyond the edges that are drawn as well, so that scrolling shows no gap. */
const SPARE_ROWS = 12;
/** Up to here everything is drawn: the browser's own search finds it. */
const FEW_ROWS = 80;

export interface Window<Box extends HTMLElement> {
  /** The rows to draw: from `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
  readonly box: RefCallback<Box>;
}

/** Which rows of a long list are in sight: of one that scrolls by itself, or with the page. All of them on paper. */
export function useWindow<Box extends HTMLElement>(count: number, rowPixels: number): Window<Box> {
  const [element, setElement] = useState<Box | null>(null);
  const [range, setRange] = useState({ first: 0, last: SPARE_ROWS * 4 });
  useEffect(() => {
    if (element === null || count <= FEW_ROWS) return;
    const box = element;
    function look(): void {
      const top = Math.max(0, -box.getBoundingClientRect().top) + box.scrollTop;
      const height = Math.min(innerHeight, box.clientHeight);
      const first = Math.max(0, Math.floor(top / rowPixels) - SPARE_ROWS);
      const last = Math.ceil((top + height) / rowPixels) + SPARE_ROWS;
      // Steps of some rows: not every pixel draws anew.
      const step = SPARE_ROWS / 2;
      const next = { first: first - (first % step), last: last + step - (last % step) };
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next));
    }
    look();
    const listening = new AbortController();
    box.addEventListener('scroll', look, { passive: true, signal: listening.signal });
    addEventListener('scroll', look, { passive: true, signal: listening.signal });
    addEventListener('resize', look, listening);
    return () => listening.abort();
  }, [element, count, rowPixels]);
  const box = useCallback<RefCallback<Box>>((node) => setElement(node), []);
  if (count <= FEW_ROWS) return { first: 0, last: count, box };
  return { first: Math.min(range.first, count), last: Math.min(range.last, count), box };
}
