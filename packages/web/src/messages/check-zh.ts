import {
  kindWords,
  speakMinutes,
  unreadWords,
  type Bearer,
  type ExemptionClass,
  type Severity,
} from '@qingzhuang/analysis';
import type { Verdict } from '../features/check/verdict.ts';
import type { FailureCode } from '../desk/check-protocol.ts';

const BEARERS: Record<Bearer, string> = { village: '每个村', township: '每个乡镇', unit: '每个单位' };

function duration(minutes: number): string {
  const { value, unit } = speakMinutes(minutes);
  return `${String(value)}\u00a0${unit === 'hour' ? '小时' : '分钟'}`;
}

function headline(verdict: Verdict): string {
  const noun = `这份${verdict.kind === 'document' ? (verdict.genre ?? kindWords.document) : kindWords[verdict.kind]}`;
  switch (verdict.reason) {
    case 'secret':
      return '这份文件标有密级，不应该在这里查';
    case 'unreadable':
      return `${noun}的文字认不出来，没法下结论`;
    case 'partly-read':
      return `读到的文字里没有发现问题，但有 ${String(verdict.unreadParts)} 处没读，不能下结论`;
    case 'checked':
      return checkedHeadline(noun, verdict);
  }
}

function checkedHeadline(noun: string, { minutes, savedMinutes, bearer, yearly, counts }: Verdict): string {
  const cost = minutes === null ? null : `让${BEARERS[bearer]}${yearly ? '一年' : ''}多花约 ${duration(minutes)}`;
  const wrong = counts.error + counts.warning;
  if (wrong === 0) {
    return cost === null ? `${noun}没有发现额外负担` : `${noun}没有发现额外负担，照办约需 ${duration(minutes ?? 0)}`;
  }
  if (cost === null) return `${noun}有 ${String(wrong)} 处会给基层添负担`;
  return `${noun}${cost}${savingClause(savedMinutes, minutes)}`;
}

function savingClause(savedMinutes: number | null, minutes: number | null): string {
  if (savedMinutes === null || savedMinutes < 1) return '';
  return savedMinutes > 0.95 * (minutes ?? Infinity) ? '，几乎都可以省下' : `，可以省下 ${duration(savedMinutes)}`;
}

const FAILURES: Record<FailureCode, { title: string; advice: string }> = {
  encrypted: {
    title: '文件加了密码，打不开',
    advice: '请在 Word 或 WPS 里取消密码，另存一份再拖进来；或者把正文复制粘贴过来。',
  },
  damaged: { title: '文件损坏，读不出来', advice: '请让发文单位重发一份；或者打开它，把正文复制粘贴过来。' },
  'too-large': { title: '文件太大', advice: '请只留通知正文和表样，去掉图片、附件后再试。' },
  unsupported: {
    title: '这种文件读不了',
    advice: '请另存为 DOCX 或 PDF 再试；老式的 .doc、.wps 用 WPS 打开后“另存为 .docx”即可。',
  },
  empty: { title: '文件里没有文字', advice: '如果是扫描件或照片，请用手机“提取文字”，把文字粘贴过来。' },
  crashed: { title: '检查中途出错，是我们的问题', advice: '您的文字还在。请再试一次；还不行，把正文粘贴过来查。' },
};

/** The words of 随手查 in Chinese. */
export const checkZh = {
  kinds: kindWords,
  duration,
  intake: {
    title: '这份通知，要让基层多花多少时间？',
    lead: '把文件拖到这里，一秒钟告诉您哪里添负担、怎么改。',
    promise: '文件不离开这台电脑。',
    leadPhone: '选一个文件，一秒钟告诉您哪里添负担、怎么改。',
    promisePhone: '文件不离开这部手机。',
    choose: '选文件',
    paste: '粘贴文字',
    formats: 'Word、PDF、OFD、Excel、网页、纯文字都行',
    dropNow: '松手就查',
    textLabel: '把通知、群消息、聊天记录粘贴在这里',
    textPlaceholder: '把通知、群消息、聊天记录粘贴在这里……',
    check: '查一查',
    draftKept: '没查完的文字自动存在本机',
    clearText: '清空',
    samples: '没有现成的？点一份样例看看',
    pastedName: (count: number): string => `粘贴的文字 ${String(count)}`,
    recent: '查过的',
    kept: '以下内容只存在本机的浏览器里。',
    notKept: '这个浏览器不允许保存，关掉页面就没有了。',
    clear: '全部清除',
    clearAsk: '从本机清除查过的所有文字？清除后找不回来。',
    clearYes: '清除',
    cancel: '取消',
    remove: (name: string): string => `移除 ${name}`,
    tooMany: (most: number): string => `一次最多 ${String(most)} 份，多出的没有收。`,
  },
  list: {
    total: (files: number, errors: number, warnings: number): string =>
      `共 ${String(files)} 份：须改 ${String(errors)} 处，建议改 ${String(warnings)} 处`,
    hours: (text: string): string => `全部照办，每个单位约 ${text}`,
    unreadable: (count: number): string => `${String(count)} 份没读出来`,
    clear: '没有问题',
  },
  progress: {
    waiting: '排队中…',
    reading: '正在读文件…',
    checking: '正在检查…',
    cancel: '停止',
    cancelled: '已停止',
    again: '再查一次',
  },
  failures: FAILURES,
  failure: { back: '换一个文件' },
  verdict: {
    headline,
    counts: (counts: Record<Severity, number>): string =>
      [
        counts.error > 0 ? `须改 ${String(counts.error)} 处` : '',
        counts.warning > 0 ? `建议改 ${String(counts.warning)} 处` : '',
        counts.info > 0 ? `提示 ${String(counts.info)} 处` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    unknownHours: '花多少时间算不出来：文中缺数目或单位。',
    secretAdvice: '涉密文件不能在联网的设备上处理。页面没有保存它的内容，也没有检查。请从这台设备上删除。',
    unreadableAdvice: '文字大多是乱码或认不出的符号。请换成 DOCX，或把正文复制粘贴过来。',
    unread: (count: number): string =>
      `另有 ${String(count)} 处图片或扫描页没有读，里面的要求没有查到。请把图里的文字粘贴过来一并查。`,
    unreadWhere: '没读的地方',
    place: (page: number | undefined, paragraph: number | undefined, sheet: string | undefined): string =>
      [
        sheet === undefined ? '' : `工作表“${sheet}”`,
        page === undefined ? '' : `第 ${String(page)} 页`,
        paragraph === undefined ? '' : `第 ${String(paragraph)} 段`,
      ]
        .filter((part) => part !== '')
        .join('') || '位置不明',
    unreadKinds: unreadWords,
    checkedIn: (characters: number, milliseconds: number): string =>
      `${characters.toLocaleString('zh-CN')} 字，用时 ${milliseconds < 1000 ? `${String(Math.max(1, Math.round(milliseconds)))} 毫秒` : `${(milliseconds / 1000).toFixed(1)} 秒`}`,
    another: '再查一份',
  },
  meter: {
    title: '负担',
    per: BEARERS,
    yearly: '按一年算',
    low: '最少',
    likely: '多半',
    high: '最多',
    how: '怎么算的',
    activity: '要做的事',
    formula: '算式',
    time: '时间',
    assumptions: '假定',
    unknown: '算不出',
    label: (low: string, likely: string, high: string): string => `最少 ${low}，多半 ${likely}，最多 ${high}`,
  },
  settings: {
    title: '收到时间与规则',
    receivedAt: '收到时间',
    receivedHint: '给的时间够不够，要从收到那一刻算起。',
    byDocument: '按文中日期',
    justNow: '刚刚收到',
    profile: '规则',
    recommended: '通用',
  },
  tabs: { label: '看什么', findings: '问题', text: '原文', revised: '改好的版本' },
  findings: {
    title: '问题',
    all: '全部',
    filter: '按轻重筛选',
    none: '没有发现问题。',
    position: (index: number, count: number): string => `第 ${String(index)} 处，共 ${String(count)} 处`,
    next: '下一处',
    previous: '上一处',
    suggestion: '怎么改',
    basis: '依据',
    rule: (title: string): string => `这条规则：${title}`,
    saves: (text: string): string => `改了每个单位一年少花约 ${text}`,
    accept: '采纳',
    acceptDelete: '采纳：删去',
    accepted: '已采纳',
    undo: '撤销',
    own: '自己改',
    ownLabel: '把这几个字改成（留空就是删去）',
    blocked: '与已采纳的改动重叠',
    show: '在原文里看',
    exempt: (text: string): string => `已豁免：${text}`,
    cleared: '为什么没有报',
    clearedLead: '下面这些看着像，核对后放过了：',
    suppressed: '按设置略过的',
    more: (count: number): string => `再显示 ${String(count)} 处`,
  },
  exemption: {
    NEG: '这里是禁止或取消',
    DESC: '这里是描述或批评',
    SELF: '发文单位自己的事',
    UP: '上行文',
    PUBLIC: '群众办自己的事',
    OTHER: '同词异义',
    OK: '没超限度',
    VOL: '确实自愿',
    EMERG: '应急',
    LAW: '法定程序',
    STAT: '依法统计',
    MERGED: '已列计划或备案',
    SEC: '保密、考试等场合',
  } satisfies Record<ExemptionClass, string>,
  grade: { shown: '依据已写明', named: '待核：只点了名', bare: '待核：没写依据' },
  revised: {
    nothing: '还没有改动。在问题旁边点“采纳”或“自己改”，改好的文字就在这里。',
    acceptAll: (count: number): string => `全部采纳（${String(count)} 处）`,
    undoAll: '全部撤销',
    marks: '显示改动',
    recheck: (left: string): string => (left === '' ? '改好后：没有问题了' : `改好后：还剩${left}`),
    hours: (before: string, after: string): string => `${before} → ${after}`,
    checking: '正在查改好的文字…',
    again: '拿改好的再查',
    name: (name: string): string => `${name}（改）`,
  },
  export: {
    title: '导出',
    docx: 'Word 文件',
    docxHint: '公文格式，可接着编辑',
    tracked: 'Word 文件（带修订痕迹）',
    trackedHint: '改动以修订方式标出，逐条接受或拒绝',
    html: '检查报告（网页）',
    htmlHint: '结论、问题、依据，可打印',
    json: '数据（JSON）',
    jsonHint: '给程序用，与命令行同一格式',
    copy: '复制改好的文字',
    copyHint: '粘贴到微信、WPS 都行',
    copyReport: '复制检查意见',
    copyReportHint: '逐条列出，方便回复对方',
    print: '打印',
    copied: '已复制',
    copyFailed: '浏览器不让复制，请选中文字自己复制。',
    failed: '没有导出成功，请再试一次。',
    working: '正在生成…',
  },
  report: {
    title: '检查意见',
    checkedAt: '检查时间',
    note: '由“轻装 · 随手查”在本机生成。规则和依据见“规则”页。',
  },
  samples: {
    names: {
      'daily-report': '要日报的防汛通知',
      'video-meeting': '开到村的视频会',
      'chat-order': '群里派的活',
      inspection: '年底检查通知',
      'household-form': '入户登记表通知',
      'app-promotion': '装应用、打卡通知',
      'good-notice': '一份清爽的通知',
    },
    hints: {
      'daily-report': '报表',
      'video-meeting': '会议',
      'chat-order': '聊天记录',
      inspection: '督检考',
      'household-form': '报表',
      'app-promotion': '平台',
      'good-notice': '没有问题',
    },
  },
};

/** What every language must say about the check. */
export type CheckWords = typeof checkZh;
