/**
 * Labels inside hand-written texts: `⟦tag other:value|words⟧`, which may nest. The words stay, the marks go,
 * and what they said is kept with its place in the remaining text.
 */
export interface Mark {
  /** Tag → value, empty where the tag has none. */
  readonly tags: ReadonlyMap<string, string>;
  /** UTF-16 units in the text without marks, half open. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface MarkedText {
  readonly text: string;
  /** In order of their ends. */
  readonly marks: readonly Mark[];
}

/** Throws when a mark is not closed or has no `|`. */
export function readMarks(source: string): MarkedText {
  const marks: Mark[] = [];
  const open: { start: number; tags: ReadonlyMap<string, string> }[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '⟦') {
      const bar = source.indexOf('|', at);
      if (bar < 0) throw new Error(`A mark without words: ${source.slice(at, at + 30)}`);
      open.push({ start: text.length, tags: readTags(source.slice(at + 1, bar)) });
      at = bar;
    } else if (sign === '⟧') {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`A mark closed without being opened: ${text.slice(-30)}`);
      marks.push({ ...mark, end: text.length, quote: text.slice(mark.start) });
    } else {
      text += sign;
    }
  }
  if (open.length > 0) throw new Error(`A mark left open near: ${text.slice(-30)}`);
  return { text, marks };
}

function readTags(list: string): ReadonlyMap<string, string> {
  return new Map(
    list
      .split(' ')
      .filter((tag) => tag !== '')
      .map((tag) => {
        const colon = tag.indexOf(':');
        return colon < 0 ? [tag, ''] : [tag.slice(0, colon), tag.slice(colon + 1)];
      }),
  );
}
