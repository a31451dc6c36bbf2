import manifest from '../package.json' with { type: 'json' };

/** The program's version, as in its manifest. */
export const version = manifest.version;
