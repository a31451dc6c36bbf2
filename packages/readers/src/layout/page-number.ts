/** A line that holds nothing but a page number: — 1 —, 第1页, 第 1 页 共 3 页, or the signs around an empty field. */
export function isPageNumber(line: string): boolean {
  return /^[\s\-—–－·.第页共,，/]*(?:\d{1,4}[\s\-—–－·.第页共,，/]*){0,2}$/u.test(line);
}
