/** Two matters on their way down, invented: one that each level copies and raises, one that a town makes its own. */
import type { documents } from '@qingzhuang/contract';
import { TOWN, VILLAGES } from './white-tower.ts';
import { dayAfter } from './demands.ts';
import { departmentOf, TOWN_CODES } from './county.ts';

/** A text from above. */
export interface TextFromAbove {
  readonly level: documents.DocumentLevel;
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly sentOn: string;
}

/** A demand that was drafted from a text. */
export interface TextOfUnit {
  readonly issuer: string;
  readonly bearers: readonly string[];
  readonly text: string;
  readonly sentOn: string;
}

/** From the highest level down; each names the one before it. */
export interface DemoChain {
  readonly above: readonly TextFromAbove[];
  readonly below: readonly TextOfUnit[];
}

/** As a text writes a day. */
function words(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

interface Sheet {
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly issuer: string;
  readonly sentOn: string;
}

function sheet({ number, title, to, body, issuer, sentOn }: Sheet): string {
  return [number, title, `${to}：`, ...body, issuer, words(sentOn)].join('\n');
}

const DITCHES =
  '一、全面排查。对村庄房前屋后、坑塘沟渠、集贸市场周边的积存垃圾逐处排查，建立台账，写明位置、数量和清理责任人。';
const PROOF = '三、建立长效管护。把保洁范围、保洁人员、清运时间公示到村民小组，破损的垃圾收集设施及时维修更换。';
const STORES = '编织袋、救生衣、照明灯、抽水泵等防汛物资要前置到乡镇，专人保管，账物相符，缺少的在汛前补齐。';
const DANGER =
  '对小型水库、塘坝、低洼路段、地质灾害隐患点逐处排查，险情未消除的划定危险区，设置警示标志，落实转移路线。';

/** The chains as of a day: what they were sent on and what they set as a term is counted from it. */
export function inventChains(today: string): readonly DemoChain[] {
  return [villageClearing(today), floodReadiness(today)];
}

function villageClearing(today: string): DemoChain {
  const [city, county, town] = [-30, -22, -14].map((days) => dayAfter(today, days)) as [string, string, string];
  const year = city.slice(0, 4);
  return {
    above: [
      {
        level: 'city',
        sentOn: city,
        text: sheet({
          number: `清州农发〔${year}〕21号`,
          title: `清州市农业农村局关于做好${year}年村庄清洁行动的通知`,
          to: '各县（市、区）农业农村局',
          body: [
            '为改善村容村貌，现就做好村庄清洁行动通知如下：',
            DITCHES,
            '二、集中清理。每月开展一次集中清理，清理率达到90%以上，清出的垃圾当日运走，不得就地焚烧掩埋。',
            PROOF,
            `四、各县（市、区）于${words(dayAfter(city, 40))}前报送村庄清洁行动总结一份。`,
          ],
          issuer: '清州市农业农村局',
          sentOn: city,
        }),
      },
    ],
    below: [
      {
        issuer: departmentOf('农业农村局'),
        bearers: TOWN_CODES,
        sentOn: county,
        text: sheet({
          number: `清农发〔${year}〕35号`,
          title: `清河县农业农村局关于做好${year}年村庄清洁行动的通知`,
          to: '各乡镇人民政府、街道办事处',
          body: [
            `根据《清州市农业农村局关于做好${year}年村庄清洁行动的通知》（清州农发〔${year}〕21号）要求，现通知如下：`,
            DITCHES,
            '二、集中清理。每周开展一次集中清理，清理率达到98%以上，清出的垃圾当日运走，不得就地焚烧掩埋。',
            PROOF,
            `四、各乡镇、街道于${words(dayAfter(county, 8))}前报送村庄清洁行动总结一份，每周报送清理前后对比照片。`,
          ],
          issuer: '清河县农业农村局',
          sentOn: county,
        }),
      },
      {
        issuer: TOWN,
        bearers: VILLAGES,
        sentOn: town,
        text: sheet({
          number: `白政发〔${year}〕18号`,
          title: `白塔镇人民政府关于做好${year}年村庄清洁行动的通知`,
          to: '各村民委员会',
          body: [
            `按照清农发〔${year}〕35号文件要求，现通知如下：`,
            DITCHES,
            '二、集中清理。每日开展一次集中清理，清理率达到100%，清出的垃圾当日运走，不得就地焚烧掩埋。',
            PROOF,
            `四、各村于${words(dayAfter(town, 3))}前报送村庄清洁行动总结一份，每日在工作群报送清理前后对比照片。`,
          ],
          issuer: '白塔镇人民政府',
          sentOn: town,
        }),
      },
    ],
  };
}

function floodReadiness(today: string): DemoChain {
  const [province, city, county, town] = [-45, -37, -29, -18].map((days) => dayAfter(today, days)) as [
    ...[string, string, string, string],
  ];
  const year = province.slice(0, 4);
  return {
    above: [
      {
        level: 'province',
        sentOn: province,
        text: sheet({
          number: `省水防〔${year}〕6号`,
          title: '省水利厅关于加强小型水库和塘坝防汛备汛的通知',
          to: '各市水利局',
          body: [
            '为保障安全度汛，现就小型水库和塘坝防汛备汛通知如下：',
            `一、${DANGER}`,
            '二、小型水库巡查责任人汛期每周巡查一次，做好记录。',
            `三、${STORES}`,
            `四、各市于${words(dayAfter(province, 60))}前报送备汛情况。`,
          ],
          issuer: '省水利厅',
          sentOn: province,
        }),
      },
      {
        level: 'city',
        sentOn: city,
        text: sheet({
          number: `清州水〔${year}〕14号`,
          title: '清州市水利局关于加强小型水库和塘坝防汛备汛的通知',
          to: '各县（市、区）水利局',
          body: [
            `按照省水防〔${year}〕6号文件要求，现通知如下：`,
            `一、${DANGER}`,
            '二、小型水库巡查责任人汛期每周巡查一次，做好记录。',
            `三、${STORES}`,
            '四、市水利局每季度对各县抽查一次，由市里派车派人，不要求准备汇报材料。',
            `五、各县于${words(dayAfter(city, 45))}前报送备汛情况。`,
          ],
          issuer: '清州市水利局',
          sentOn: city,
        }),
      },
    ],
    below: [
      {
        issuer: departmentOf('水利局'),
        bearers: TOWN_CODES,
        sentOn: county,
        text: sheet({
          number: `清水发〔${year}〕9号`,
          title: '清河县水利局关于加强小型水库和塘坝防汛备汛的通知',
          to: '各乡镇人民政府、街道办事处',
          body: [
            `根据清州水〔${year}〕14号文件要求，现通知如下：`,
            `一、${DANGER}`,
            '二、小型水库巡查责任人汛期每周巡查两次，做好记录。',
            `三、${STORES}`,
            `四、县水利局技术股于${words(dayAfter(county, 12))}前派人到各镇，帮助核对隐患点位图，图由县局统一印制。`,
            `五、各乡镇于${words(dayAfter(county, 20))}前报送备汛情况。`,
          ],
          issuer: '清河县水利局',
          sentOn: county,
        }),
      },
      {
        issuer: TOWN,
        bearers: VILLAGES,
        sentOn: town,
        text: sheet({
          number: `白政发〔${year}〕20号`,
          title: '白塔镇人民政府关于落实小型水库和塘坝防汛备汛措施的通知',
          to: '各村民委员会',
          body: [
            `清河县水利局关于加强小型水库和塘坝防汛备汛的通知（清水发〔${year}〕9号）已发各村微信群文件夹，请按来文执行。本镇安排如下：`,
            `一、王庄水库溢洪道由镇水利站${words(dayAfter(town, 10))}前清淤，工钱1.2万元从镇财政列支，王庄村派两名村民带路。`,
            `二、东沟塘坝的警示牌由镇水利站换好，东沟村、西沟村的转移路线改走新修的环村路，镇里${words(dayAfter(town, 6))}到村里讲一次。`,
            '三、抽水泵放在镇政府西院，钥匙由值班室保管，石井村、枣园村下雨前派人来领，不用写申请。',
            '四、水库巡查由镇水利站每周走两次，各村不另报记录；发现渗水、管涌直接打镇值班电话。',
          ],
          issuer: '白塔镇人民政府',
          sentOn: town,
        }),
      },
    ],
  };
}
