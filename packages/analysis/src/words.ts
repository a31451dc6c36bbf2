/** The Chinese words for what a report holds, the same on every surface. */
import type { Confidence, DocumentKind, Severity } from './report.ts';
import type { Unread } from './document/source-text.ts';

export const severityWords: Readonly<Record<Severity, string>> = { error: '须改', warning: '建议改', info: '提示' };

export const kindWords: Readonly<Record<DocumentKind, string>> = {
  document: '文件',
  'meeting-notice': '会议通知',
  form: '报表',
  'inspection-notice': '检查通知',
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

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  verified: '已核原文',
  reported: '据公开报道',
  unverified: '待核',
};

export const unreadWords: Readonly<Record<Unread['kind'], string>> = {
  image: '图片',
  'scanned-page': '扫描页',
  'embedded-object': '嵌入对象',
};

/** A length of time as people say it: `value` in `unit`. */
export interface SpokenDuration {
  readonly value: number;
  readonly unit: 'minute' | 'hour';
}

const SHORTEST_HOUR = 57.5;

/** Under an hour in steps of five minutes (at least one), up to 20 hours in halves, then whole hours. */
export function speakMinutes(minutes: number): SpokenDuration {
  if (minutes < SHORTEST_HOUR) {
    return { value: minutes < 5 ? Math.max(1, Math.round(minutes)) : roundTo(minutes, 5), unit: 'minute' };
  }
  const hours = minutes / 60;
  return { value: hours < 20 ? roundTo(hours, 0.5) : Math.round(hours), unit: 'hour' };
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
