/** What a person is told: what is the case, and what to do about it. */
interface Sentence {
  readonly title: string;
  readonly advice: string;
}

/** Every expected refusal with its sentence. The key is the stable `code` on the wire. */
export const refusals = {
  'malformed-json': { title: '请求内容不是有效的 JSON。', advice: '请检查括号、引号和逗号，并使用 UTF-8 编码。' },
  'malformed-form': { title: '上传表单不完整或格式有误。', advice: '请重新选择文件后再上传一次。' },
  'invalid-input': { title: '有内容不符合要求。', advice: '请按 errors 中列出的位置逐项修改。' },
  'invalid-configuration': { title: '规则配置有误。', advice: '请按 errors 中列出的内容修改规则配置。' },
  'not-found': { title: '没有这个地址。', advice: '请核对网址；接口清单见 /api/docs。' },
  'method-not-allowed': { title: '这个地址不支持该请求方法。', advice: '支持的方法见 Allow 响应头。' },
  'too-large': { title: '内容超过大小上限。', advice: '请删去图片等大附件，或拆成几份再试。' },
  'unsupported-media-type': {
    title: '不支持这种请求内容类型。',
    advice: '请用 application/json 提交文字，或用 multipart/form-data 上传文件。',
  },
  encrypted: { title: '文件有密码保护，无法读取。', advice: '请去掉密码，另存一份后再上传。' },
  damaged: { title: '文件已损坏，无法读取。', advice: '请用原来的软件打开并另存一份后再上传。' },
  unsupported: { title: '不支持这种文件。', advice: '请转成 DOCX、PDF、OFD、XLSX、HTML 或 TXT 后再上传。' },
  empty: { title: '没有读到文字。', advice: '请确认内容不为空；扫描件请先做文字识别。' },
  'took-too-long': { title: '这份文件检查时间过长，已停止。', advice: '请拆成几份后分别检查。' },
  'too-many-requests': { title: '请求过于频繁。', advice: '请按 Retry-After 给出的秒数稍候再试。' },
  busy: { title: '系统正忙。', advice: '请按 Retry-After 给出的秒数稍候再试，内容不会丢失。' },
  'not-ready': { title: '系统还没有准备好。', advice: '请稍候片刻再试。' },
  internal: { title: '系统出了问题，与您的操作无关。', advice: '请稍后再试；如仍不行，请把请求编号告诉管理员。' },
} as const satisfies Record<string, Sentence>;

export type RefusalCode = keyof typeof refusals;

/** One place in the input that is wrong. `pointer` is a JSON Pointer (RFC 6901) into the request. */
export interface InputError {
  readonly pointer: string;
  readonly detail: string;
}

/** What is known about one refusal; all of it travels in the problem document. */
export interface RefusalFacts {
  readonly errors?: readonly InputError[];
  /** The limit that was exceeded, in bytes. */
  readonly limitBytes?: number;
  readonly retryAfterSeconds?: number;
  /** The methods that the address does answer. */
  readonly allow?: readonly string[];
}

/** The only expected error of the program: a code from a closed list, and facts. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(refusals[code].title);
    this.code = code;
    this.facts = facts;
  }
}

export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusals, code);
}
