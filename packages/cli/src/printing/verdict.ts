import type { CheckResult, Finding } from '@qingzhuang/analysis';
import type { CheckedFile } from '../checking/file-report.ts';
import { counts } from '../checking/tally.ts';
import { describeMinutes, describeUnread, KIND_WORDS } from './words.ts';

/** The sentence that comes first: what one bearer must spend on this, and what of it need not be. */
export function describeVerdict({ result, unread }: CheckedFile): string {
  const { document, burden, findings } = result;
  if (document.unreadable) return '这份文件的文字无法辨认，不作结论。';
  const open = findings.filter((finding) => counts(finding) && finding.severity !== 'info').length;
  const minutes = burden.perBearerMinutes?.likely ?? null;
  const cost = describeCost(result, minutes, open);
  const left = describeUnread(unread);
  return left === null ? cost : `${cost}还有 ${left}没有读到，结论不完整。`;
}

/**
 * Likely minutes that end for one bearer when every suggestion is taken; null when no finding states any. Findings on
 * one demand share its hours, so only the largest saving of a demand counts, and all together never exceed the burden.
 */
function savedMinutes(findings: readonly Finding[], burdenMinutes: number | null): number | null {
  const largest = new Map<number | Finding, number>();
  for (const finding of findings) {
    if (finding.hoursSaved === null || !counts(finding)) continue;
    const key = finding.demand ?? finding;
    largest.set(key, Math.max(largest.get(key) ?? 0, finding.hoursSaved.likely * 60));
  }
  if (largest.size === 0) return null;
  const sum = [...largest.values()].reduce((total, minutes) => total + minutes, 0);
  return burdenMinutes === null ? sum : Math.min(sum, burdenMinutes);
}

function describeCost({ document, findings }: CheckResult, minutes: number | null, open: number): string {
  const subject = `${document.kind === 'chat-message' ? '这条' : '这份'}${KIND_WORDS[document.kind]}`;
  const found = open === 0 ? '没有发现需要修改的地方' : `有 ${open} 处需要修改`;
  if (minutes === null) return `${subject}${found}；负担暂时算不出，缺少数量、频次或人数。`;
  if (minutes === 0) return `${subject}没有给基层添事，${found}。`;
  const saved = savedMinutes(findings, minutes);
  const saving = saved === null || saved < 1 ? found : `可以省下 ${describeMinutes(saved)}`;
  return `${subject}让每个${bearerOf(document.recipients)}多花 ${describeMinutes(minutes)}，${saving}。`;
}

/** Whom the addressee line names; mixed or unknown addressees are just units. */
function bearerOf(recipients: readonly string[]): string {
  const line = recipients.join('、');
  const village = /村|社区|居委会/u.test(line);
  const township = /乡|镇|街道/u.test(line);
  if (village === township) return '承接单位';
  return village ? '村' : '乡镇（街道）';
}
