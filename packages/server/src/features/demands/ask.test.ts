import { createChecker, plainSource } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import { readDraft } from './reading.ts';

const TODAY = '2026-11-22';
const checker = createChecker();
const DATE = '\n\n清河县水利局\n2026年11月20日';

test.each([
  [
    `关于召开冬修水利推进会的通知\n各乡镇：\n定于12月10日9时至12时在县政府三楼会议室召开冬修水利推进会。请各乡镇分管负责人参加。会后每日17时前报送冬修进度。${DATE}`,
    '参加冬修水利推进会；会后每日17时前报送冬修进度',
  ],
  [
    `清河县应急管理局关于开展森林防火隐患排查的通知\n各乡镇：\n一、各乡镇要组织力量对坟头、林区入山口逐一排查，建立隐患清单。\n二、各村要走访入林农户不少于30户。${DATE}`,
    '组织力量对坟头、林区入山口逐一排查；建立隐患清单；走访入林农户不少于30户',
  ],
  [
    `关于填报2026年度耕地地力保护补贴信息的通知\n各镇：\n请各村填写《耕地地力保护补贴信息表》，逐户核实，签字盖章后于12月1日前报送。\n附件：耕地地力保护补贴信息表${DATE}`,
    '填写《耕地地力保护补贴信息表》；签字盖章后于12月1日前报送',
  ],
  ['各村注意：今天下午5点前把低保户名单报上来。', '今天下午5点前把低保户名单报上来'],
  [`关于冬修水利有关情况的通报\n各乡镇：\n今年冬修进展顺利。${DATE}`, '关于冬修水利有关情况的通报'],
])('%j asks in its own words', (text, ask) => {
  const { document } = checker.check(plainSource(text), { today: TODAY, receivedAt: `${TODAY}T10:00:00+08:00` });

  expect(readDraft({ document, text }, { issuer: '139901000011', units: [], today: TODAY }).draft.ask).toBe(ask);
});
