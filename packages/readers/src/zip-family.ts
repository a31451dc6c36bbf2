import { decodeText } from './decode-text.ts';
import { unsupportedArchive } from './detect.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { ZipPackage } from './zip.ts';

/** What kind of document a package holds. Throws `unsupported` when it holds none that can be read. */
export function familyOf(zip: ZipPackage): 'docx' | 'xlsx' | 'ods' | 'ofd' {
  if (zip.has('OFD.xml')) return 'ofd';
  const folders = new Set(zip.names.map((name) => name.split('/', 1)[0]?.toLowerCase()));
  if (folders.has('word')) return 'docx';
  if (folders.has('xl')) return 'xlsx';
  const declared = zip.read('mimetype');
  const type = declared === undefined ? '' : decodeText(declared);
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  throw folders.has('ppt') || type.includes('opendocument') ? new UnreadableFile('unsupported') : unsupportedArchive();
}
