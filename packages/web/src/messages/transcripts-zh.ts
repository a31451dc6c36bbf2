/** The words of the step in which the text of a photo is checked, in Chinese. */
export const transcriptsZh = {
  title: '核对照片上的文字',
  reading: '正在认字，一页要几秒钟…',
  original: '原件',
  line: (number: number): string => `第 ${String(number)} 行`,
  doubtful: '看不清，请核对',
  missing: '漏了的，补在这里',
  byHand: '认不出来的，可以照着原件打在这里',
  send: '核对好了，提交',
  sending: '正在提交…',
  cancel: '不用这张',
  kept: '照片作为原件存在本县的服务器上。',
};

export type TranscriptWords = typeof transcriptsZh;
