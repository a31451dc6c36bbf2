import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useCodesWords } from '../../messages/codes.ts';

/** The part of the Barcode Detection API that is used; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const LOOKS_EVERY_MS = 250;

/** The camera's picture; `onRead` gets the text of the first QR code in it. The camera stops with the component. */
export function Scanner({ onRead }: { readonly onRead: (text: string) => void }): ReactElement {
  const { codes: words } = useCodesWords();
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => {
    const scanning = new AbortController();
    const picture = video.current;
    if (picture !== null) {
      scan(picture, scanning.signal).then(
        (text) => {
          if (text !== null) read.current(text);
        },
        () => setRefused(true),
      );
    }
    return () => scanning.abort();
  }, []);
  if (isRefused) {
    return (
      <p className="note note-warning" role="alert">
        {words.scanRefused}
      </p>
    );
  }
  return (
    <figure className="codes-scanner">
      <video ref={video} muted playsInline />
      <figcaption className="soft">{words.scanAim}</figcaption>
    </figure>
  );
}

/** The text of a QR code before the camera, or null once the signal says to stop. Rejects without a camera. */
async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const detector = new (Reflect.get(globalThis, 'BarcodeDetector') as DetectorClass)({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    if (!signal.aborted) await video.play();
    while (!signal.aborted) {
      const [found] = await detector.detect(video);
      if (found) return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
