import path from 'node:path';

/** Where programs that tests start keep what Node has compiled: they all run the same sources. */
export const COMPILED = path.join(import.meta.dirname, '../../../../node_modules/.cache/compiled');
