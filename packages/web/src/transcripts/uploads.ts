/** A file to be sent, with its words where it is a photo or a scan and somebody has checked them. */
export interface Upload {
  readonly file: File;
  readonly transcript?: string;
}

/** What a file field takes: photos as well. Without HEIC in it an iPhone sends JPEG. */
export const PHOTOS = 'image/jpeg,image/png,image/webp';

/** Told by the browser, from the name; the server looks into the file. */
export function isPhoto({ type }: File): boolean {
  return type.startsWith('image/');
}
