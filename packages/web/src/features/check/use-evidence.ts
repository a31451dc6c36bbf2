import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { RewriteChoice } from './finding-detail.tsx';
import { type Hover, placeHover } from './finding-popover.tsx';

export interface EvidenceParts {
  readonly sheet: RefObject<HTMLElement | null>;
  /** Indexes of the findings in reading order. */
  readonly order: readonly number[];
  /** What the page shows; marks are found again when it changes. */
  readonly shown: string;
  readonly choiceOf: (index: number) => RewriteChoice | null;
  readonly onHelp: () => void;
}

export interface Evidence {
  readonly selected: number | null;
  readonly select: (index: number | null) => void;
  readonly hover: Hover | null;
  readonly onPointerOver: (event: PointerEvent) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The pointer may cross a gap between mark and card without losing the card. */
const LINGER_MILLISECONDS = 220;
const HOVER_MILLISECONDS = 160;

/** Which finding is selected or hovered, by pointer, by J and K, or by Enter on a mark. */
export function useEvidence({ sheet, order, shown, choiceOf, onHelp }: EvidenceParts): Evidence {
  const [selected, setSelected] = useState<number | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => showSelected(sheet.current, selected), [sheet, selected, shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    function step(by: number): void {
      const place = selected === null ? (by > 0 ? -1 : order.length) : order.indexOf(selected);
      const next = order[Math.max(0, Math.min(order.length - 1, place + by))];
      if (next !== undefined) setSelected(next);
    }
    const commands: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      a: () => {
        const choice = selected === null ? null : choiceOf(selected);
        if (choice?.state === 'accepted') choice.undo();
        else if (choice?.state === 'open' && choice.words !== null) choice.take(choice.words);
      },
      escape: () => {
        setHover(null);
        setSelected(null);
      },
      '?': onHelp,
      '？': onHelp,
    };
    function onKey(event: globalThis.KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || hasOpenDialog()) return;
      commands[event.key.toLowerCase()]?.();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [order, selected, choiceOf, onHelp]);

  function later(milliseconds: number, act: () => void): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, milliseconds);
  }

  function open(target: EventTarget): boolean {
    const findings = findingsOf(target);
    if (findings.length === 0) return false;
    const next = findings[(findings.indexOf(selected ?? -1) + 1) % findings.length];
    setSelected(next ?? null);
    return true;
  }

  return {
    selected,
    select: setSelected,
    hover,
    onPointerOver({ target, pointerType }) {
      if (pointerType !== 'mouse' || !(target instanceof Element) || target.closest('.popover')) return;
      const mark = target.closest('.evidence');
      if (mark && sheet.current) {
        const place = placeHover(mark, sheet.current, findingsOf(mark));
        later(HOVER_MILLISECONDS, () => setHover(place));
      } else if (hover) later(LINGER_MILLISECONDS, () => setHover(null));
      else clearTimeout(timer.current);
    },
    onEnter: () => clearTimeout(timer.current),
    onLeave: () => later(LINGER_MILLISECONDS, () => setHover(null)),
    onClick({ target }) {
      open(target);
    },
    onKeyDown(event) {
      if ((event.key === 'Enter' || event.key === ' ') && open(event.target)) event.preventDefault();
    },
  };
}

/** Paints the marks of the selected finding and brings the first one into view. */
function showSelected(sheet: HTMLElement | null, selected: number | null): void {
  if (!sheet) return;
  for (const mark of sheet.querySelectorAll('[data-selected]')) mark.removeAttribute('data-selected');
  if (selected === null) return;
  const marks = sheet.querySelectorAll(`[data-findings~="${selected}"]`);
  for (const mark of marks) mark.setAttribute('data-selected', '');
  marks[0]?.scrollIntoView({ block: 'nearest' });
}

function findingsOf(target: EventTarget): number[] {
  const mark = target instanceof Element ? target.closest<HTMLElement>('.evidence') : null;
  return (mark?.dataset['findings'] ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

function hasOpenDialog(): boolean {
  return document.querySelector('[role="dialog"]:not([aria-hidden="true"])') !== null;
}
