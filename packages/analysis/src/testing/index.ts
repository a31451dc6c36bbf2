/** What tests of other packages need of this one: the cases that every library of documents must answer. */
export { describeLibrary, type AskedLibrary } from './library-suite.ts';
export { draws, keyOf, writeDocuments, writeText } from './written-texts.ts';
