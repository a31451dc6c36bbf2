import { COUNTED, NUMBER, OBLIGED, STAFF } from '../phrases.ts';
import { defineRule } from '../rule.ts';
import { pattern, together, wording } from '../wording.ts';

const INSTALL =
  '(?:安装|下载|下好(?=[并,了]|$)|注册(?!资本|会计|商标|登记|地|师|建造)|装(?=上|好|埋|完|机|率|有|个|了|齐|满|"|APP|App)|激活|开通|实名|绑定|申领|入驻(?!企业|商户|单位|园区|的)|没装|未装|开户(?!行|银行|账))';
const SOFTWARE =
  '(?:APP|App|app|应用程序|小程序|软件|客户端|公众号|服务号|官方号|账号|政务钉|浙政钉|粤政易|学习强国|[云掌]上[\\p{Script=Han}]{1,6}|反诈[\\p{Script=Han}]{0,4}|电子[\\p{Script=Han}]{1,4}[码卡证]|"[^",]{2,14}")';
const ACCOUNT = '(?:公众号|服务号|视频号|抖音号|官方号|微信号|微博账号)';
const COUNT = `${INSTALL}[^□。;,]{0,4}?(?:(?<!速)率|数|量|指标|任务|情况|进度|覆盖面|人数|用户|名单|比例|占比)`;

export const installQuota = defineRule({
  id: 'platform/install-quota',
  title: '强制安装',
  basis: ['app-2026.ban-3'],
  message: '「{quote}」强制安装注册，或统计安装数。',
  suggestion: '删去安装、注册要求；愿用的自己装，不统计。',
  cues: '开户 入驻 申领 安装 下载 注册 装 激活 开通 绑定 实名 关注 下好 手机',
  saves: 'install',
  examples: {
    bad: [
      '⟦全镇党员务必下载"云上支部"并实名注册⟧。',
      '⟦反诈软件安装率列入社区考核⟧。',
      '⟦教职工手机须装"慧校通"⟧,装机数下月核查。',
      '⟦凡在编人员均应完成"工会通"账号激活⟧。',
    ],
    good: [
      '不得强制安装、注册。',
      '机房给教室电脑装杀毒软件。',
      '愿意用的自行下载。',
      '去年已安装路灯三百盏。',
      '电梯安装由厂家负责。',
    ],
  },
  find: wording({
    view: 'imposed',
    when: [
      together([INSTALL, SOFTWARE, `(?:${OBLIGED}|${STAFF}|${COUNTED})`], 32),
      together([COUNT, `(?:${COUNTED}|${NUMBER}(?:户|人|台|部|个)|人均|户均)`], 34),
      together(['关注(?!度)', ACCOUNT, `(?:${OBLIGED}|${STAFF})`], 24),
      together(
        [
          '(?:手机|终端|平板)',
          '(?:装|有(?=")|下载|看得到|出现|桌面|图标)',
          '(?:都|均|须|要|得|一律|人人|每[人部台]|一人一|全部)',
        ],
        18,
      ),
      together(['应[下装注]尽[下装注]', SOFTWARE], 30),
      pattern(`${NUMBER}\\s*(?:台|部)手机[^□。;,]{0,4}?装`),
    ],
    unless: [
      {
        pattern: /^(?!.*(?:折算|计入|纳入|考核|通报|排名)).*(?:自愿|愿意|自行(?:下载|选择)|可(?:自行)?下载)/u,
        class: 'VOL',
        reason: '自愿安装',
      },
      /路灯|电梯|空调|监控|摄像头|水表|电表|燃气|报警器|杀毒|机房|护栏|设备|传感|装置|门牌|烟感|服务器|包装|服装|装[修订]|装配|工业APP|微服务|注册(?:资本|会计|商标)|商标|婚姻|装备|会员|本公司|公司承担|基站|学生|编程/u,
      {
        pattern: /^(?!.*(?:安装|注册|装机|下载|激活)(?:率|数|量)).*(?:村民|群众|居民|家长|住户|老人|租户)/u,
        class: 'PUBLIC',
        reason: '对群众的，另有一条规则',
      },
    ],
  }),
});
