/** Whatever it is about (送餐备注), and with whatever explanation behind it (备注（可不填）). */
const REMARK =
  /^(?:\p{Script=Han}{0,6}备注(?:说明|栏)?|备考|附注|其[他它](?:需要?)?说明(?:的?(?:情况|事项|问题))?)(?:[（(].*[)）])?$/u;

/** Whether a field is there for whoever has something to add: nobody is asked for it, and empty it is complete. */
export function isRemark(label: readonly string[]): boolean {
  return REMARK.test(label.at(-1)?.replaceAll(/\s+/gu, '') ?? '');
}
