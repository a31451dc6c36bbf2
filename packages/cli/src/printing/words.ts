import type { Citation, Confidence, DocumentKind, Finding, Place, Severity, Unread } from '@qingzhuang/analysis';

/** The Chinese words that every format for people shares. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  document: '文件',
  'meeting-notice': '会议通知',
  form: '报表',
  'inspection-notice': '督检考通知',
  'task-order': '任务通知',
  'platform-notice': '平台通知',
  'chat-message': '群消息',
  briefing: '简报',
  'report-upward': '上行文',
  letter: '函',
  speech: '讲话',
  minutes: '纪要',
  regulation: '制度文件',
};

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  verified: '已核原文',
  reported: '据公开报道',
  unverified: '待核',
};

const UNREAD_WORDS: Readonly<Record<Unread['kind'], string>> = {
  image: '图片',
  'scanned-page': '扫描页',
  'embedded-object': '嵌入对象',
};

/** 《…》第…条（已核原文） */
export function describeCitation({ title, clause, confidence }: Citation): string {
  const name = /^[《〈]/u.test(title) ? title : `《${title}》`;
  return `${name}${clause}（${CONFIDENCE_WORDS[confidence]}）`;
}

/** The clauses a finding rests on; a house rule says so. */
export function describeBasis({ basis }: Pick<Finding, 'basis'>): string {
  return basis.length === 0 ? '本系统的规则，没有对应条款' : basis.map(describeCitation).join('；');
}

/** What an exemption changes, or null without one. */
export function describeExemption({ exemption }: Finding): string | null {
  if (exemption === null) return null;
  const weight = exemption.grade === 'bare' ? '只有说法，待核' : '不计入结果';
  return `文中写明“${exemption.proof}”（${weight}）`;
}

/** Where to find the words again: page, table cell or attachment; empty for plain text. */
export function describePlace(place: Place): string {
  const { attachment, page, sheet, cell, table, row, column } = place;
  return [
    attachment === undefined ? '' : `附件“${attachment}”`,
    page === undefined ? '' : `第 ${page} 页`,
    sheet === undefined ? '' : `工作表“${sheet}”${cell ?? ''}`,
    table === undefined || sheet !== undefined ? '' : `表 ${table}`,
    row === undefined || column === undefined || sheet !== undefined ? '' : `第 ${row} 行第 ${column} 列`,
  ].join('');
}

/** Names what could not be read, such as `2 处图片、1 处扫描页`; null when all was. */
export function describeUnread(unread: readonly Unread[]): string | null {
  if (unread.length === 0) return null;
  const byKind = Map.groupBy(unread, ({ kind }) => kind);
  return [...byKind].map(([kind, parts]) => `${parts.length} 处${UNREAD_WORDS[kind]}`).join('、');
}

/** Under an hour in steps of five minutes, up to 20 hours in halves, then whole hours. */
export function describeMinutes(minutes: number): string {
  if (minutes < 5) return `${Math.max(1, Math.round(minutes))} 分钟`;
  if (minutes < 57.5) return `${Math.round(minutes / 5) * 5} 分钟`;
  const hours = minutes / 60;
  return `${hours < 20 ? Math.round(hours * 2) / 2 : Math.round(hours)} 小时`;
}
