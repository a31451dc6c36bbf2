import { COUNTED, GRASSROOTS_PEOPLE, NUMBER, OBLIGED } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { together, wording } from '../wording.ts';

const VOTE = `(?:投[^□。;,资入诉标产]{0,6}?票(?!房)|[拉刷冲攒保]票|认领票|(?<=[没未再去])投(?=的|[,。]|$)|日保[^□。;,]{0,2}[千百万]|打榜|刷榜|票数|助力值|投\\d+号|(?:${NUMBER}|[万千百])票(?!否决))`;
const CONTEST =
  '(?:评选|大赛|参赛|作品|节目|最美|十佳|最佳|网络|网上|链接|人物|候选|榜|为|给|咱[们]?|我[县校镇院市区村]|任务|落后|领先|排名|号(?=作品|选手)|茶王|活动|前[一二三五十百]|扩散|转发)';
const DUTY = `(?:${OBLIGED}|${COUNTED}|${GRASSROOTS_PEOPLE}|每[日天村校]|一[日天]|[日人村户]均|各[村校科单]|确保|保证|包干|贡献|投满|再顶|刷起来|盯办|认领|别浪费|机会)`;

export const voteCanvassing = defineRule({
  id: 'platform/vote-canvassing',
  title: '刷票拉票',
  basis: ['app-2026.ban-4'],
  message: '「{quote}」把投票、拉票当任务。',
  suggestion: '删去；愿投的自己投。',
  cues: '票 打榜 刷起来 助力 投 刷榜',
  saves: 'publicise',
  examples: {
    bad: [
      '⟦请全体职工每日为我县参赛作品投票,投满五票⟧。',
      '⟦各校发动师生家长拉票⟧,票数按校统计。',
      '⟦村村转发投票链接,每村确保五千票⟧。',
      '⟦茶王评选期间职工一日三票⟧,票数由工会盯办。',
    ],
    good: [
      '不得组织刷票拉票。',
      '村民代表投票表决通过。',
      '茶王由评委盲品决出。',
      '换届选举投票定于周日。',
      '门票、车票凭证报销。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      together([VOTE, CONTEST, DUTY], 46),
      together(['(?:拉票|刷票|票数|投票(?:人数|情况|进度|任务)|投满|网络投票|投票链接)', DUTY], 30),
      together([`(?:每[日天]|一[日天])[^□。;,]{0,4}?${NUMBER}票`, `(?:${GRASSROOTS_PEOPLE}|人人|全员)`], 30),
      together(
        [`(?:每[村校人]|各[村校]|村均|人均|单位)[^□。;,]{0,8}?${NUMBER}票`, '(?:投票|确保|不少于|任务|完成|保证|包干)'],
        30,
      ),
      together(['(?:每[人日天]|天天|人均|发动|动员)', `投票(?:不少于|至少)?${NUMBER}次`], 30),
      together(['刷起来|再?顶一?[波下]', '(?:第[一二三\\d]名|名次|票)'], 40),
    ],
    unless: [
      {
        pattern: /选举|表决|票决|选民|村民代表|业主大会|职工代表|党员大会|换届|推选|法定|股东|评审|过半|无记名/u,
        class: 'LAW',
        reason: '依法选举表决',
      },
      /门票|车票|发票|机票|邮票|电影票|彩票|股票|支票|一票否决|戏票|粮票|投票箱/u,
      { pattern: /欢迎|自愿|投不投/u, class: 'VOL', reason: '自愿投票' },
    ],
  }),
});
