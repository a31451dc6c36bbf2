import {
  confidenceWords,
  severityWords,
  speakMinutes,
  unreadWords,
  type Citation,
  type Finding,
  type Place,
  type Unread,
} from '@qingzhuang/analysis';
import type { CheckedFile } from '../checking/file-report.ts';
import type { RunSummary } from './printer.ts';

/** 《…》第…条（已核原文） */
export function describeCitation({ title, clause, confidence }: Citation): string {
  const name = /^[《〈]/u.test(title) ? title : `《${title}》`;
  return `${name}${clause}（${confidenceWords[confidence]}）`;
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
  return [...byKind].map(([kind, parts]) => `${parts.length} 处${unreadWords[kind]}`).join('、');
}

/** A length of time, such as `1.5 小时`. */
export function describeMinutes(minutes: number): string {
  const { value, unit } = speakMinutes(minutes);
  return `${value} ${unit === 'hour' ? '小时' : '分钟'}`;
}

/** `须改 1，建议改 0，提示 2` */
export function describeCounts({ errors, warnings, infos }: RunSummary['tally']): string {
  return `${severityWords.error} ${errors}，${severityWords.warning} ${warnings}，${severityWords.info} ${infos}`;
}

/** Which document of the library a file was held against; null when there was no library. */
export function describeSuperior({ superior }: Pick<CheckedFile, 'superior'>): string | null {
  if (superior === undefined) return null;
  if (superior === null) return '文库里没有找到它所依据的上级文件。';
  return `对照文库里的上级文件 ${superior.path}，照抄 ${Math.round(superior.copiedShare * 100)}%。`;
}
