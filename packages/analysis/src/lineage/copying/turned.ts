/** Whether a sentence that was taken over now says the contrary. */

/** Hold the sign of a negation and negate nothing, or negate twice. */
const NO_NEGATION =
  /不断|不仅|不但|不光|不止|不同|不良|不足|不懈|不论|不管|不限|不日|不等|不力|不慎|不幸|不妨|不得?(?:少|低|短)于|不下于|未来|未成年|无不|无一不|不[得能可]不|非[^,。;]{1,8}不可|不打折扣|不走样|不变|不漏/gu;

/** A word that turns what follows. */
const NEGATION =
  /不|未|勿|莫|毋|甭|别(?=再|让|去|把)|无[需须]|没有|免[除予于去报收填交检]|严禁|禁止|禁|停止|暂停|停|取消|废止|撤销|杜绝|避免|防止|严防|谨防|以免|拒绝|谢绝|暂缓|缓/gu;

/** Of each pair one word in one text, the other in the other. */
const CONTRARIES: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['增[加设多派]?|新增|扩大|上调|提高|提升|加大|加密', '减[少轻]?|压[减缩]|缩[小减]|下调|降低|精简|减小'],
    ['允许|可以|准许|鼓励|支持|提倡|倡导|引导', '禁|不准|限制|制止|反对|严控|严格控制|强制|强行'],
    ['保留|设立|建立|成立|启用|新建|组建', '撤销|撤并|取消|停用|关停|解散|合并'],
    ['延长|推迟|推后|顺延|放宽|延后', '缩短|提前|压缩|收紧'],
    ['必须|务必|一律|应当?|须|要|强制|统一|不得|严禁', '自愿|自行|自主|酌情|视情|可不|不作|选择|量力'],
    ['关闭|暂停|停止|封|禁', '开放|放开|恢复|开启|解除|解禁|准许|允许'],
    ['从严|从重|加重', '从宽|从轻|减轻|免予'],
    ['集中', '分散'],
    ['征得|经[^,。;]{0,6}同意', '无需|不经|未经|无须'],
  ] as const
).map(([one, other]) => [new RegExp(one, 'u'), new RegExp(other, 'u')]);

/** Judges by the words that the two sentences do not share. */
export function isTurned(own: string, superior: string): boolean {
  const ownWords = own.replaceAll(NO_NEGATION, '');
  const superiorWords = superior.replaceAll(NO_NEGATION, '');
  if (negations(ownWords) % 2 !== negations(superiorWords) % 2) return true;
  return CONTRARIES.some(
    ([one, other]) => (one.test(own) && other.test(superior)) || (other.test(own) && one.test(superior)),
  );
}

function negations(words: string): number {
  return words.match(NEGATION)?.length ?? 0;
}
