import {
  bearerOf,
  countBySeverity,
  kindWords,
  minutesSaved,
  type Bearer,
  type CheckResult,
} from '@qingzhuang/analysis';
import type { CheckedFile } from '../checking/file-report.ts';
import { describeMinutes, describeUnread } from './words.ts';

/** The sentence that comes first: what one bearer must spend on this, and what of it need not be. */
export function describeVerdict({ result, unread }: CheckedFile): string {
  const { document, burden, findings } = result;
  if (document.unreadable) return '这份文件的文字无法辨认，不作结论。';
  const { error, warning } = countBySeverity(findings);
  const minutes = burden.perBearerMinutes?.likely ?? null;
  const cost = describeCost(result, minutes, error + warning);
  const left = describeUnread(unread);
  return left === null ? cost : `${cost}还有 ${left}没有读到，结论不完整。`;
}

function describeCost({ document, findings }: CheckResult, minutes: number | null, open: number): string {
  const subject = `${document.kind === 'chat-message' ? '这条' : '这份'}${kindWords[document.kind]}`;
  const found = open === 0 ? '没有发现需要修改的地方' : `有 ${open} 处需要修改`;
  if (minutes === null) return `${subject}${found}；负担暂时算不出，缺少数量、频次或人数。`;
  if (minutes === 0) return `${subject}没有给基层添事，${found}。`;
  const saved = minutesSaved(findings, minutes);
  const saving = saved === null || saved < 1 ? found : `可以省下 ${describeMinutes(saved)}`;
  return `${subject}让每个${BEARERS[bearerOf(document)]}多花 ${describeMinutes(minutes)}，${saving}。`;
}

const BEARERS: Readonly<Record<Bearer, string>> = { village: '村', township: '乡镇（街道）', unit: '承接单位' };
