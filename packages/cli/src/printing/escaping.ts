// eslint cannot know that control characters are what these patterns are about.
const XML_ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text for an element or a quoted attribute of XML or HTML. */
export function escapeMarkup(text: string): string {
  return text
    .replace(XML_ILLEGAL, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * One line for a terminal: control characters, which could move the cursor or forge output, and characters that turn
 * the direction of writing become spaces or a mark.
 */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '\uFFFD');
}

/** Text for one cell of a Markdown table or one line of prose. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

/**
 * One cell of a CSV file. A spreadsheet runs a cell that begins like a formula, so such a cell begins with an
 * apostrophe instead (OWASP, "CSV Injection").
 */
export function escapeCell(text: string): string {
  const safe = /^(?:\s*[=+\-@＝＋－＠].|[\t\r\n])/su.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
