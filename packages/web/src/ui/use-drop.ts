import { useEffect, useRef, useState } from 'react';

interface Receivers {
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
}

/** Takes a file or text dropped or pasted anywhere on the page; answers whether something hovers over it. */
export function useDrop(receivers: Receivers): boolean {
  const [dragging, setDragging] = useState(false);
  const current = useRef(receivers);
  useEffect(() => {
    current.current = receivers;
  });
  useEffect(() => {
    function receive(data: DataTransfer | null): boolean {
      const [file] = data?.files ?? [];
      const text = data?.getData('text/plain') ?? '';
      if (file) current.current.onFile(file);
      else if (text.trim() !== '') current.current.onText(text);
      return file !== undefined || text.trim() !== '';
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
      receive(event.dataTransfer);
    }
    function onPaste(event: ClipboardEvent): void {
      const typing = event.target instanceof Element && event.target.matches('input, textarea');
      if (!typing && receive(event.clipboardData)) event.preventDefault();
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
