import { useEffect, useRef, useState } from 'react';

interface Receivers {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
}

/** Takes files or text dropped or pasted anywhere on the page; answers whether something hovers over it. */
export function useDrop(receivers: Receivers): boolean {
  const [dragging, setDragging] = useState(false);
  const current = useRef(receivers);
  useEffect(() => {
    current.current = receivers;
  });
  useEffect(() => {
    /** Answers whether something was taken. Text that is pasted into a field belongs there. */
    function receive(data: DataTransfer | null, typing: boolean): boolean {
      const files = [...(data?.files ?? [])];
      const text = typing ? '' : (data?.getData('text/plain') ?? '');
      if (files.length > 0) current.current.onFiles(files);
      else if (text.trim() !== '') current.current.onText(text);
      return files.length > 0 || text.trim() !== '';
    }
    function onDragOver(event: DragEvent): void {
      event.preventDefault();
      setDragging(true);
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setDragging(false);
    }
    function onDrop(event: DragEvent): void {
      event.preventDefault();
      setDragging(false);
      receive(event.dataTransfer, false);
    }
    function onPaste(event: ClipboardEvent): void {
      const typing = event.target instanceof Element && event.target.matches('input, textarea');
      if (receive(event.clipboardData, typing)) event.preventDefault();
    }
    const listening = new AbortController();
    addEventListener('dragover', onDragOver, listening);
    addEventListener('dragleave', onDragLeave, listening);
    addEventListener('drop', onDrop, listening);
    addEventListener('paste', onPaste, listening);
    return () => listening.abort();
  }, []);
  return dragging;
}
