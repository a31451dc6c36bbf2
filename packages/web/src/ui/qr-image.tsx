import encodeQR from 'qr';
import { type ReactElement, useMemo } from 'react';
import './qr-image.css';

/** A text as a QR code, always dark on white: authenticators do not read it the other way round. */
export function QrImage({ text }: { readonly text: string }): ReactElement {
  const rows = useMemo(() => encodeQR(text, 'raw', { border: 1 }), [text]);
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <span className="qr-image">
      <svg viewBox={`0 0 ${rows.length} ${rows.length}`} width="180" height="180" shapeRendering="crispEdges">
        <path d={dark.join('')} fill="#000000" />
      </svg>
    </span>
  );
}
