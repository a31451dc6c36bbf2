interface Request {
  readonly kind: string;
  readonly filename: string;
}

/**
 * Hands the character maps of Chinese fonts to the PDF library from the program itself, so that they are there offline
 * and in every runtime. Anything else (fonts, decoders) is needed for drawing only and refused.
 */
export class BundledCMaps {
  async fetch({ kind, filename }: Request): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('Only character maps are bundled.');
    const { CMAPS } = await import('./cmaps.gen.ts');
    const packed = CMAPS[filename.replace(/\.bcmap$/u, '')];
    if (packed === undefined) throw new Error('This character map is not bundled.');
    return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  }
}
