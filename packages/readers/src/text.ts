import type { SourceText } from '@qingzhuang/analysis';
import { readChat } from './chat.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Reads decoded text: a chat log as messages, anything else as it stands with unified line ends. */
export function readText(text: string, mostCharacters: number): SourceText {
  if (text.length > mostCharacters) throw new UnreadableFile('too-large');
  const lines = unifyLineEnds(text);
  if (lines.trim() === '') throw new UnreadableFile('empty');
  return readChat(lines) ?? { text: lines, blocks: [], tables: [], unread: [] };
}

/** Every kind of line end becomes `\n`; only Windows line ends change the length of the text. */
function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n');
}
