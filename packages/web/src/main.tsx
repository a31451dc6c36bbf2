import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openScannedAddress } from './ui/route.ts';
import './ui/theme.css';

openScannedAddress();

const root = document.querySelector('#root');
const RELOADED = 'reloaded-build';

if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// The web font's table of slices is large and rarely needed: it must not delay the first view.
requestAnimationFrame(() => void import('@fontsource-variable/noto-sans-sc/index.css'));

// A part that is fetched later is gone once the server holds a newer build: the new page knows where its parts are.
// Once for each build: where the part stays missing, the page says so.
addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem(RELOADED) === import.meta.url) return;
  sessionStorage.setItem(RELOADED, import.meta.url);
  location.reload();
});

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'));
}
