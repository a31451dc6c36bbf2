import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { plainSource } from './source-text.ts';

/** What bearers hear of a text, silenced stretches shown as one □. */
function audible(text: string): string {
  const { statements } = readDocument(plainSource(text));
  return statements.map(({ imposed }) => imposed.replaceAll(/□+/gu, '□')).join('|');
}

describe('a ban reaches no further than it says', () => {
  test.each([
    ['为避免一个会太长,分三次讲。', '□,分三次讲'],
    ['这不是检查,看完打分。', '□,看完打分'],
    ['不强求都装,不过安装率每周公布。', '□,不过安装率每周公布'],
    ['转不转随意,可每人的次数要登记。', '□,可每人的次数要登记'],
    ['不能到会者须向书记请假。', '不能到会者须向书记请假'],
    ['不能到会的,须向书记请假。', '□,须向书记请假'],
    ['自查不过不上报、复查不过不销号。', '自查不过不上报、复查不过不销号'],
    ['每日报数的做法必须立即叫停。', '□'],
    ['严禁把安装量与绩效挂钩。', '□'],
    ['层层签军令状的做法应予纠正。', '□'],
    ['不得以开会代替办事。', '□'],
    ['值班记录没交的,本月补助先扣着不发。', '值班记录没交的,本月补助先扣着不发'],
  ])('%s', (text, expected) => {
    expect(audible(text)).toBe(expected);
  });
});

describe('what looks like a report, a permission or a verdict and asks for something', () => {
  test.each([
    '没注册的今天下班前都给注册了。',
    '三天之内全体把它下载了。',
    '恳请各单位出力,每人认购十斤。',
    '各村把责任书签了。',
    '把责任书签了交到综治办。',
    '评估细则列了八十六条。',
    '各站每月上报客流量及同比增幅。',
    '镇上定了八百亩,按村分下去。',
    '建一批可供参观的样板村。',
    '信息被采用的可加2分。',
    '路口全天有人应答。',
    '形式主义突出问题整治进展每周五报县纪委。',
  ])('%s', (text) => {
    expect(audible(text)).not.toContain('□');
  });

  test.each([
    ['上报信息数同比增长两成。', '□'],
    ['村里把路灯换了。', '□'],
    ['各村可凭证明领取。', '□'],
    ['形式主义突出问题仍在。', '□'],
    ['一位村文书说:"早上报体温,晚上报零"。', '□'],
    ['过去不少事:上午报一遍;下午补一遍;晚上再补。请各村周五报数。', '□|□|□|请各村周五报数'],
  ])('%s', (text, expected) => {
    expect(audible(text).replaceAll(/□(?:[,:]□)+/gu, '□')).toBe(expected);
  });
});
