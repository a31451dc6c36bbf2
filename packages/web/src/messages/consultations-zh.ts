/** The words of 会商 in Chinese, on both sides. */
export const consultationsZh = {
  consultation: {
    invited: (count: number): string => (count === 1 ? '有一份征求意见' : `有 ${String(count)} 份征求意见`),
    optional: '不答也可以，视为没有不同意见。',
    unseen: '发起单位看不到是谁答的。',
    guessable: '承接单位不足 3 个，发起单位可能猜到是谁答的。',
    from: (issuer: string): string => `${issuer}打算要求：`,
    cost: (minutes: string): string => `每个单位一年约 ${minutes}`,
    until: (when: string): string => `${when}前有效`,
    fit: '适合',
    unfit: '不适合',
    said: (verdict: string): string => `已答：${verdict}。结束前可以改。`,
    words: '想补一句（可不填）',
    wordsOf: (ask: string): string => `对“${ask}”补一句`,
    replied: '发起单位答复：',
    title: '基层的意见',
    asked: (asked: number, minutes: number): string =>
      `随机请了 ${String(asked)} 个承接单位，占用共 ${String(minutes)} 分钟，计入本事项。`,
    open: (answered: number, when: string): string => `已有 ${String(answered)} 个单位回答，${when}结束后显示。`,
    result: (fit: number, unfit: number, silent: number): string =>
      `适合 ${String(fit)}，不适合 ${String(unfit)}，没有回答 ${String(silent)}（视为没有不同意见）`,
    reply: '答复',
    replyOf: (words: string): string => `答复“${words}”`,
  },
  amendment: {
    propose: '提修正建议',
    hint: '哪里不合理、怎样改更好，说一句就行。发起单位须在 5 个工作日内答复，看不到是谁提的。',
    words: '建议怎么改',
    own: '本单位提的修正建议',
    title: '基层的修正建议',
    due: (when: string): string => `${when}前答复`,
    overdue: '已过答复时限',
    waiting: (when: string): string => `${when}前会有答复`,
    adopted: '采纳',
    notAdopted: '不采纳',
    reply: '说明',
  },
  comparison: {
    title: '测算与实测',
    says: (estimated: string, measured: string, count: number): string =>
      `${String(count)} 个单位合计：测算 ${estimated}，实测 ${measured}`,
    more: (ratio: number): string => `实测是测算的 ${String(ratio)} 倍`,
    none: '实测不足 5 个单位，不作对照。',
  },
};
