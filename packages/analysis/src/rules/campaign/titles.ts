import { defineRule, type Match, type Reading } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { mayRunDrives, OF_CITIZENS, OF_HIGHER_LEVEL } from '../issuing-power.ts';

const HONOUR = '(?:称号|奖牌|牌匾|匾额|匾|铜牌|金牌|锦旗|流动红旗|红旗|奖状|荣誉证书|荣誉|奖杯|光荣榜|红榜|奖章|绶带)';
const GIVE = '(?:授予|授|颁发|颁|发放|奖给|奖励|赠予|冠以|给予|挂|揭|送上|登上|上|发)';
const BEST =
  '(?:先进(?:集体|单位|个人|村|镇|支部|社区)|优秀(?:集体|单位|网格|村|镇|支部|社区|站所)|示范(?:村|镇|社区|户|校|站|窗口|单位|点|岗)|模范(?:村|镇|社区|单位|户)|标兵(?:单位|村|户)?|十[强佳优]|百[强佳优]|[五八]强|十大|最美[\\p{Script=Han}]{1,6}|[三四五]星级?[\\p{Script=Han}]{1,6}|标杆[\\p{Script=Han}]{1,6}|"[^"]{2,14}")';

const TITLES: Wording = {
  view: 'announced',
  when: [
    pattern(
      `(?:授予|授|颁发|颁|冠以|奖给)[^□。;]{0,24}?${HONOUR}`,
      '(?:授牌|授匾|揭匾|授旗)',
      `(?:命名|授予|确认为|认定(?!为")为?)(?:为|一批|\\d+个|[\\p{Script=Han}]{0,6}个)?[^□。;,]{0,8}?${BEST}`,
      `(?:评选|评出|评定|推选|遴选|选出|选树|表彰|通报表扬|评比|选拔)[^□。;]{0,14}?${BEST}`,
      `(?:年底|年终|每年|每季度?|季末|届时)[^□。;]{0,24}?(?:表彰|颁奖|授奖|立功授奖)`,
      `${GIVE}[^□。;,]{0,10}?(?:流动红旗|光荣榜|荣誉证书|荣誉称号)`,
      `(?:召开|举行)[^□。;,]{0,10}?(?:表彰大会|颁奖仪式|授牌仪式|命名大会)`,
    ),
  ],
  unless: [
    OF_HIGHER_LEVEL,
    OF_CITIZENS,
    {
      pattern:
        /按(?:照)?国家(?:有关|的)?规定[^,。]{0,8}(?:表彰|奖励)|烈士|国家勋章|立功受奖|现役军人|技术职称|见义勇为/u,
      class: 'LAW',
      reason: '法定表彰或荣誉',
    },
    /依照有关规定|专业技术人员|艺术教育|打包|文件名|文件夹|压缩包|自愿申请|荣获|获得[^,。]{0,16}称号|冠军|亚军|比赛|赛事|运动会|选手|学位|学生|学员|作品|产品|产业|场景|博览会|销冠|员工|今年到此为止/u,
  ],
};

export const titles = defineRule({
  id: 'campaign/titles',
  title: '评比授牌',
  basis: ['commend-2010.4'],
  message: '「{quote}」评比表彰、授予称号或牌匾，没有写批准文号。',
  suggestion: '没有批准文号的停办；做得好的发一页做法，不授牌、不排座次。',
  cues: '授 颁 命名 称号 表彰 评选 评出 评定 推选 遴选 选出 选树 揭匾 红旗 颁奖 光荣榜 表扬 认定 评比 荣誉 选拔',
  register: '评比达标表彰目录',
  saves: 'other',
  examples: {
    bad: [
      '⟦年终评比后,对前六名的园区授予"安心园区"牌匾⟧。',
      '⟦每季度评出"最美河段"五处⟧,由水利局发证书。',
      '⟦县农业农村局拟命名第二批"减药示范村"⟧。',
      '⟦召开表彰大会⟧,各站长着正装出席。',
    ],
    good: [
      '不评先、不授牌、不发证书。',
      '李医生荣获省劳动模范称号。',
      '校运会给冠军颁发奖牌。',
      '各类自设称号全部撤销。',
      '对作出突出贡献的单位,按照国家有关规定给予表彰。',
      '命名路名须经地名办审核。',
    ],
  },
  find: findTitles,
});

function* findTitles({ statements, document }: Reading): Iterable<Match> {
  if (!mayRunDrives(document)) yield* matchesIn(statements, TITLES);
}
