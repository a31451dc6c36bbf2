import type { ReactElement } from 'react';

/** The sign of the product: a sheet made light, with a tick. The same drawing as `public/icon.svg`. */
export function Emblem(): ReactElement {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill="#0f766e" />
      <path
        d="M15 44c0-15 11-28 33-30-1 9-4 14-8 18l-6 1 3 2c-5 6-12 9-19 8"
        fill="none"
        stroke="#fff"
        strokeWidth="4.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M14 51c4-9 10-16 20-23" fill="none" stroke="#fff" strokeWidth="4.4" strokeLinecap="round" />
    </svg>
  );
}
