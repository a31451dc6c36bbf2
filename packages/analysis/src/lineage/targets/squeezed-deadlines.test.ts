import { describe, expect, it } from 'vitest';
import { readDocument, type OfficialDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { DocumentPair } from './document-pair.ts';
import { findShortenedDeadlines, findSqueezedDeadlines } from './squeezed-deadlines.ts';

function textOf(words: string, receivedAt?: string): OfficialDocument {
  const source = plainSource(`关于做好有关工作的通知\n各有关单位:\n${words}\n`);
  return readDocument(source, receivedAt === undefined ? {} : { receivedAt });
}

const ABOVE = '2026-03-02T09:00:00+08:00';
const BELOW = '2026-03-12T15:00:00+08:00';

function ratios(superior: OfficialDocument, subordinate: OfficialDocument): number[] {
  return findShortenedDeadlines(new DocumentPair(subordinate, superior)).map(({ ratio }) => ratio);
}

describe('dates, counted in working hours from each receipt', () => {
  it('gives the share of the time that was left', () => {
    const superior = textOf('各县于3月20日18:00前将低保复核名册报市民政局。', ABOVE);
    const subordinate = textOf('各镇务必于3月16日12:00前将低保复核花名册报县民政局。', BELOW);
    const [squeezed] = findSqueezedDeadlines(new DocumentPair(subordinate, superior));
    expect(squeezed?.ratio).toBeCloseTo(15 / 119, 2);
    const { start = 0, end = 0 } = squeezed?.subordinate ?? {};
    expect(subordinate.text.slice(start, end)).toBe('3月16日12:00前');
  });

  it.each([
    ['一个表先要', '请于3月20日前报送排查台账。', '各村于3月13日前上报排查清单。'],
    ['立即', '请于3月20日前报送排查台账。', '请各村立即报送排查台账。'],
    ['数日内', '请于3月20日前报送摸底名单。', '请于两日内报送摸底名单。'],
    ['当日', '各单位于3月25日前完成信息录入。', '各村今日下班前完成信息录入。'],
    ['上级手里放久了', '请于3月16日前反馈征求意见情况。', '请于3月16日前反馈征求意见情况。'],
  ])('finds less than half: %s', (_, superior, subordinate) => {
    const [ratio] = ratios(textOf(superior, ABOVE), textOf(subordinate, BELOW));
    expect(ratio).toBeLessThan(0.5);
  });

  it.each([
    ['同日', '请于3月31日前报送工作总结。', '请于3月31日前报送工作总结。'],
    ['更晚', '请于3月20日前报送工作总结。', '请于3月30日前报送工作总结。'],
    ['另一件事', '请于3月31日前报送工作总结。', '各村于3月16日前完成水库清淤。'],
    ['上级没有期限', '请尽快报送工作总结。', '请于3月16日前报送工作总结。'],
    ['讲去年', '请于3月31日前报送工作总结。', '去年3月16日前已报送工作总结。'],
  ])('finds none: %s', (_, superior, subordinate) => {
    expect(ratios(textOf(superior, ABOVE), textOf(subordinate, BELOW))).toEqual([]);
  });

  it('says nothing where no date is known', () => {
    expect(ratios(textOf('请于3月20日前报送排查台账。'), textOf('请于3月13日前报送排查台账。'))).toEqual([]);
  });
});

describe('dates in tables, stages and portions', () => {
  it.each([
    ['任务\t完成时限\n农房排查\t4月30日前', '任务\t完成时限\n农房排查\t3月16日', 1],
    ['农房排查4月30日前完成。', '任务\t责任单位\t完成时限\n农房排查\t各村\t3月16日', 1],
    ['(一)动员部署(2026年3月5日—2026年4月30日)', '(一)动员部署(2026年3月13日—2026年3月16日)', 1],
    ['动员部署。时间:3月5日至4月30日。', '动员部署。时间:3月13日至3月16日。', 1],
    ['上半年完成农房排查。', '3月份完成农房排查。', 1],
    ['(一)动员部署(3—6月)', '(一)动员部署(3月13日—16日)', 1],
    ['4月底前征缴完成50%,9月底前全部完成。', '3月16日前征缴完成五成,4月5日前全部完成。', 2],
  ])('finds what is squeezed: %s → %s', (superior, subordinate, times) => {
    const found = ratios(textOf(superior, ABOVE), textOf(subordinate, BELOW));
    expect(found).toHaveLength(times);
    expect(Math.max(...found)).toBeLessThan(0.5);
  });

  it.each([
    ['任务\t培训日期\n农房排查\t4月30日', '任务\t面积\n农房排查\t3月16日'],
    ['4月底前征缴完成50%,9月底前全部完成。', '9月底前全部完成征缴。'],
    ['上半年完成农房排查。', '6月底前完成农房排查。'],
  ])('finds none: %s → %s', (superior, subordinate) => {
    expect(ratios(textOf(superior, ABOVE), textOf(subordinate, BELOW)).filter((ratio) => ratio < 0.5)).toEqual([]);
  });
});

describe('what is squeezed', () => {
  it('is what leaves less than half, not what is a little earlier', () => {
    const superior = textOf('请于3月31日前报送工作总结。', ABOVE);
    const subordinate = textOf('请于3月27日前报送工作总结。', BELOW);
    expect(findShortenedDeadlines(new DocumentPair(subordinate, superior))).toHaveLength(1);
    expect(findSqueezedDeadlines(new DocumentPair(subordinate, superior))).toEqual([]);
  });
});

describe('spans and turns in words', () => {
  it.each([
    ['接到线索后五个工作日内核查反馈。', '接到线索后三日内核查反馈。', 0.6],
    ['事故发生后2小时内上报。', '事故发生后30分钟内上报。', 0.25],
    ['会后一周内报送贯彻落实情况。', '会后2个工作日内上报贯彻落实情况。', 0.4],
    ['群众诉求15个工作日内办结。', '群众诉求须在5个工作日内办结。', 0.333],
    ['每月25日前报送项目进度。', '每月20日前报送项目进度。', 0.8],
    ['每周五前上报巡查情况。', '每周三前上报巡查情况。', 0.6],
    ['隐患48小时内整改。', '隐患一天内整改。', 0.5],
    ['收到通知之日起10日内报送方案。', '收到通知之日起3日内报送方案。', 0.375],
  ])('%s → %s', (superior, subordinate, ratio) => {
    expect(ratios(textOf(superior), textOf(subordinate))).toEqual([ratio]);
  });

  it.each([
    ['24小时内上报。', '一日内上报。'],
    ['接到线索后5个工作日内核查。', '接到线索后7日内核查。'],
    ['接到线索后5个工作日内核查。', '接到线索后五个工作日内核查。'],
    ['接到线索后3日内核查。', '接到线索后5日内核查。'],
    ['会后三日内报送纪要。', '会后72小时内报送纪要。'],
    ['每月20日前报送进度。', '每月25日前报送进度。'],
    ['一周内报送信息。', '7天内报送信息。'],
    ['半个月内完成整改。', '15日内完成整改。'],
  ])('%s is no longer than %s', (superior, subordinate) => {
    expect(ratios(textOf(superior), textOf(subordinate))).toEqual([]);
  });
});
