/**
 * What one file may cost. Every limit ends in `too-large`; together they keep a hostile file under 5 s and 512 MB.
 */

const MEGABYTE = 1024 * 1024;

/** UTF-16 units of text; the checker reads about 5 million a second, so the longest text takes it about 4 s. */
export const MOST_CHARACTERS = 20_000_000;

/** Bytes of a file as it comes in: four bytes (GB18030, UTF-8) for each character of the longest text. */
export const MOST_FILE_BYTES = 80 * MEGABYTE;

/** Bytes of one inflated part of a package, and of all parts that are read. */
export const MOST_PART_BYTES = 64 * MEGABYTE;
export const MOST_PACKAGE_BYTES = 200 * MEGABYTE;

/** Parts above the floor may not unpack to more than this multiple; real office XML stays under 100. */
export const MOST_RATIO = 250;
export const RATIO_FLOOR_BYTES = 8 * MEGABYTE;

/** Entries of a package; a thousand-page OFD with a picture a page has about 5,000. */
export const MOST_PACKAGE_ENTRIES = 50_000;

/** Elements and texts of one XML or HTML part; about 150 bytes of memory each. */
export const MOST_NODES = 1_500_000;

/** Elements nested deeper are kept as siblings at this depth, so that walking a tree never overflows the stack. */
export const DEEPEST_NESTING = 200;

/** Open elements at one time; the parser's own bookkeeping grows with their square, and no program writes so many. */
export const MOST_OPEN_ELEMENTS = 12_000;

/** Cells of a workbook, blank ones between filled ones included: about 500 bytes of memory each with their places. */
export const MOST_CELLS = 400_000;

/** Filled cells of an xlsx workbook: its library takes about 2 KB for each, a form of 10,000 rows of 20 is under it. */
export const MOST_FILLED_CELLS = 210_000;

/** Pages of a fixed-layout file. */
export const MOST_PAGES = 2_000;
