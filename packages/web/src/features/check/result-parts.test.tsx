import { plainSource } from '@qingzhuang/analysis';
import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BurdenMeter } from './burden-meter.tsx';
import { DocumentSheet } from '../../sheet/document-sheet.tsx';
import { FindingDetail } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { markEvidence } from '../../sheet/marks.ts';
import { findingOf, resultOf } from './testing/results.ts';
import { judge } from './verdict.ts';
import { VerdictBanner } from './verdict-banner.tsx';

const SOURCE = plainSource('请于今天报送。');

test('evidence stands underlined in the text and can be reached by keyboard once', () => {
  const findings = [findingOf({ start: 2, end: 6 }), findingOf({ start: 4, end: 6, severity: 'warning' })];
  const html = renderToStaticMarkup(
    <DocumentSheet
      source={SOURCE}
      title={null}
      marks={markEvidence(findings)}
      severities={findings.map(({ severity }) => severity)}
      sheetRef={createRef()}
    />,
  );

  expect(html.replace(/<[^>]+>/gu, '')).toBe(SOURCE.text);
  expect(html).toContain('data-findings="0 1"');
  expect(html.match(/tabindex="0"/gu)).toHaveLength(2);
});

test('a finding shows advice, clause with its confidence, and the rewrite to take', () => {
  const finding = findingOf({ rewrite: '三日内报' });
  const html = renderToStaticMarkup(
    <FindingDetail
      finding={finding}
      title="上午发下午要"
      choice={{ state: 'open', words: '三日内报', take: () => undefined, undo: () => undefined }}
    />,
  );

  for (const words of [
    '至少留两个工作日。',
    '《若干规定》 第五条',
    '据公开报道',
    '<ins>三日内报</ins>',
    '采纳',
    '上午发下午要',
  ]) {
    expect(html).toContain(words);
  }
});

test('a house rule says that no clause stands behind it', () => {
  expect(renderToStaticMarkup(<FindingDetail finding={findingOf({ basis: [] })} title="" choice={null} />)).toContain(
    '自定规则',
  );
});

test('the gravest findings are listed first, and what was cleared is one tap away', () => {
  const findings = [
    findingOf({ severity: 'info', message: '只是提示' }),
    findingOf({ severity: 'error', message: '必须改' }),
  ];
  const cleared = [{ ruleId: 'report/rush', class: 'EMERG', reason: '险情', start: 0, end: 2, quote: '请于' }] as const;
  const html = renderToStaticMarkup(
    <FindingList
      result={{ ...resultOf(findings), cleared }}
      titleOf={() => '规则'}
      order={[0, 1]}
      selected={null}
      onSelect={() => undefined}
      onShow={null}
      choiceOf={() => null}
    />,
  );

  expect(html.indexOf('必须改')).toBeLessThan(html.indexOf('只是提示'));
  expect(html).toContain('为什么没有报');
});

test('unread pages are said in the banner with their place', () => {
  const source = { ...SOURCE, unread: [{ kind: 'scanned-page', place: { page: 3 } }] } as const;
  const result = resultOf([]);
  const html = renderToStaticMarkup(
    <VerdictBanner name="通知.pdf" verdict={judge(result, source)} result={result} source={source} milliseconds={3} />,
  );

  expect(html).toContain('不能下结论');
  expect(html).toContain('扫描页 · 第 3 页');
});

test('the meter says least, likely and most, and shows each step of the sum', () => {
  const result = resultOf([]);
  const burden = {
    perBearerMinutes: { low: 30, likely: 60, high: 120 },
    assumptions: ['每份表 8 分钟'],
    activities: [{ label: '填表', minutes: null, formula: '26 项 × 12 秒', demand: 0 }],
  };
  const html = renderToStaticMarkup(<BurdenMeter burden={burden} verdict={judge(result, SOURCE)} />);

  expect(html).toContain('最少 30\u00a0分钟，多半 1\u00a0小时，最多 2\u00a0小时');
  for (const words of ['26 项 × 12 秒', '每份表 8 分钟', '算不出']) expect(html).toContain(words);
});
