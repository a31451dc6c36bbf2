/** What a file turned out to be, by its content. */
export type FileFormat =
  'docx' | 'doc' | 'wps' | 'pdf' | 'ofd' | 'xlsx' | 'xls' | 'et' | 'ods' | 'csv' | 'html' | 'txt' | 'md' | 'image';

/** Extensions that can be read, with the dot, lower case; the content decides, not the extension. */
export const READABLE_EXTENSIONS: readonly string[] = [
  '.docx',
  '.docm',
  '.dotx',
  '.doc',
  '.dot',
  '.wps',
  '.wpt',
  '.pdf',
  '.ofd',
  '.xlsx',
  '.xlsm',
  '.xls',
  '.et',
  '.ett',
  '.ods',
  '.csv',
  '.tsv',
  '.html',
  '.htm',
  '.txt',
  '.log',
  '.md',
  '.markdown',
];

/** The extension of a name, lower case with its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.[^./\\]+$/u.exec(name.toLowerCase())?.[0] ?? '';
}
