/** The headers of a field in one line, from the outermost: 户主 · 姓名. */
export function sayLabel({ label }: { readonly label: readonly string[] }): string {
  return label.join(' · ');
}
