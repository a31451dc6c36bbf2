import type { Comparison, ReportedPassage } from '@qingzhuang/analysis';

/** A superior's document beside the one that is compared with it. */
export interface ComparedSuperior {
  readonly path: string;
  readonly text: string;
  readonly comparison: Comparison;
}

/** What `compare` found. */
export interface ComparisonReport {
  readonly subordinate: { readonly path: string; readonly text: string };
  readonly superiors: readonly ComparedSuperior[];
}

/** What each kind of passage is called for people. */
export const PASSAGE_WORDS: Readonly<Record<ReportedPassage['kind'], string>> = {
  copied: '照抄',
  changed: '改了意思',
  forwarded: '转发',
  quoted: '引用',
  stock: '套话',
};

/** The wire format. Its keys keep the published order. */
export function formatComparison({ subordinate, superiors }: ComparisonReport): string {
  const wire = {
    version: 1,
    subordinate: subordinate.path,
    superiors: superiors.map(({ path, comparison }) => ({ path, ...comparison })),
  };
  return `${JSON.stringify(wire, null, 2)}\n`;
}

/** A share as people write it: 0.642 is 64%. Little is not nothing. */
export function describeShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '不到 1%' : `${percent}%`;
}

/** What was raised, shortened and added, for people: a heading and its lines. */
export interface ComparisonSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sections that have something to say. */
export function sectionsOf({
  raised,
  deadlineCompressed,
  addedDemands,
  localMeasures,
}: Comparison): ComparisonSection[] {
  return [
    {
      title: '指标加码',
      lines: raised.map(({ metric, superior, subordinate }) => `${metric}：${superior.quote} → ${subordinate.quote}`),
    },
    {
      title: '时限压缩',
      lines: deadlineCompressed.map(
        ({ superior, subordinate, ratio }) =>
          `${superior.quote} → ${subordinate.quote}（只留上级所给时间的 ${describeShare(ratio)}）`,
      ),
    },
    { title: '新增要求', lines: addedDemands.map(({ quote }) => quote) },
    { title: '本地措施', lines: localMeasures.map(({ quote }) => quote) },
  ].filter(({ lines }) => lines.length > 0);
}
