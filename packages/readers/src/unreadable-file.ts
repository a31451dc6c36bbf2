export type UnreadableCode = 'encrypted' | 'damaged' | 'too-large' | 'unsupported' | 'empty';

const SENTENCES: Readonly<Record<UnreadableCode, string>> = {
  encrypted: '文件设有密码，请去掉密码后再试。',
  damaged: '文件已损坏或不完整，请重新导出或重新下载后再试。',
  'too-large': '文件内容超出可读取的上限，请拆分后再试。',
  unsupported: '暂不支持这种文件，请另存为 docx、pdf、ofd、xlsx 或文本后再试。',
  empty: '文件里没有文字。',
};

/** The only error of this package. Its message is one Chinese sentence without path, name or content of the file. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, options: { readonly sentence?: string; readonly cause?: unknown } = {}) {
    super(options.sentence ?? SENTENCES[code], 'cause' in options ? { cause: options.cause } : {});
    this.code = code;
  }
}
