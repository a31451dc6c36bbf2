/** The worker code registers itself as it loads; nothing of it is called from here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
