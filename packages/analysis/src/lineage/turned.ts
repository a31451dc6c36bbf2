/** Whether a sentence that was taken over now says the contrary. */

/** A word that turns what follows. */
const NEGATION = /不|未|勿|莫|无[需须]|严禁|禁止|停止|取消|杜绝|避免|防止|严防|谨防|以免|免除|免予|免于|暂缓|废止/gu;

/** Of each pair one word in one text, the other in the other. */
const CONTRARIES: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['增[加设多]?|新增|扩大|上调|提高|提升', '减[少轻]?|压[减缩]|缩[小减]|下调|降低|精简'],
    ['允许|可以?|准许|鼓励|支持|提倡', '禁|不准|限制|制止|反对|严控|严格控制'],
    ['保留|设立|建立|成立|启用', '撤销|撤并|取消|停用|关停'],
    ['延长|推迟|顺延|放宽', '缩短|提前|压缩|收紧'],
    ['必须|务必|一律|应当|须', '自愿|可不|不作要求|不强制|视情'],
    ['公开', '保密|不公开'],
  ] as const
).map(([one, other]) => [new RegExp(one, 'u'), new RegExp(other, 'u')]);

/** Judges by the words that the two sentences do not share. */
export function isTurned(own: string, superior: string): boolean {
  if (negations(own) % 2 !== negations(superior) % 2) return true;
  return CONTRARIES.some(
    ([one, other]) => (one.test(own) && other.test(superior)) || (other.test(own) && one.test(superior)),
  );
}

function negations(words: string): number {
  return words.match(NEGATION)?.length ?? 0;
}
