import type { RuleEntry } from '../../desk/check-protocol.ts';

/** True when every word of the search stands in the rule's name, id, advice or examples. */
export function matchesSearch(rule: RuleEntry, search: string): boolean {
  const haystack = [rule.id, rule.title, rule.suggestion, ...rule.bad, ...rule.good].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

/** An example cut at the marks `⟦ ⟧` of the words that are reported. */
export function splitExample(text: string): { readonly words: string; readonly reported: boolean }[] {
  return text
    .split(/(⟦[^⟧]*⟧)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('⟦') ? { words: part.slice(1, -1), reported: true } : { words: part, reported: false },
    );
}
