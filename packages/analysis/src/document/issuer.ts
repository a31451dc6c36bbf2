/** What kind of body a name stands for, as far as a name can tell. */

export type IssuerLevel = 'central' | 'province' | 'city' | 'county' | 'township' | 'village';
export type IssuerNature = 'party' | 'government' | 'department' | 'internal-division' | 'coordination-body' | 'other';

export interface Issuer {
  /** Joint issuers joined by `、`. */
  readonly name: string;
  readonly level: IssuerLevel | null;
  readonly nature: IssuerNature | null;
  /** True because only a unit register knows; here the name decides. */
  readonly guessed: boolean;
}

/** Endings of the names of bodies. */
const BODY_END =
  /(?:委员会|政府|[委局厅部院署科股处室组站所队会社办村厂园场馆]|办公厅|办事处|指挥部|中心|专班|公司|集团|学校|小学|中学|大学|支部|党组|工委|党总支|社区|国务院|中共中央)(?:\([^)]{1,8}\))?$/u;
const BODY_CHARACTERS = /^[\u4e00-\u9fff×\uFFFD"() 、]+$/u;
const LONGEST_BODY_NAME = 60;
const LONGEST_BODY_END = 14;

/** True for words that read like the name of a body, or of several. */
export function isBodyName(words: string): boolean {
  if (words.length < 2 || words.length > LONGEST_BODY_NAME) return false;
  return BODY_END.test(words.slice(-LONGEST_BODY_END)) && BODY_CHARACTERS.test(words);
}

const LEVELS: readonly (readonly [IssuerLevel, RegExp])[] = [
  [
    'village',
    /(?:村民委员会|居民委员会|村委会|居委会|村党支部|村党总支|社区(?!矫正|卫生)|[^农乡]村(?!振兴|镇|庄|级|改|务|民小组))/u,
  ],
  ['township', /(?:[^城]镇(?!化|级)|(?<!城)乡(?!村|贤|镇)|街道|苏木)/u],
  ['county', /(?:县|(?<!自治|[城园社校辖山林灾矿厂牧库景片新小地战特疫])区(?!域|划)|旗(?!帜|舰|下))/u],
  ['city', /(?:(?<!北京|上海|天津|重庆|城|菜|超|集|上|股|楼|房)市(?!场|容|民|政|域)|自治州|地区行署|盟委|盟行署)/u],
  ['province', /省|自治区|北京市|上海市|天津市|重庆市/u],
  [
    'central',
    /^(?:中共中央|中央|国务院|国家|全国|中华人民共和国|最高人民|(?:教育|公安|民政|财政|农业农村|司法|水利|商务|交通运输|应急管理|生态环境|自然资源|住房城乡建设|工业和信息化|科学技术|科技|文化和旅游|人力资源社会保障)部)/u,
  ],
];
const NATURES: readonly (readonly [IssuerNature, RegExp])[] = [
  [
    'coordination-body',
    /领导小组|专班|指挥部|联席会议|协调小组|工作组|委员会办公室|(?:生态环境保护|安全生产|食品(?:药品)?安全|爱国卫生运动|禁毒|消防安全|道路交通安全|防灾减灾救灾|绿化|双拥|国防动员|老龄工作|语言文字工作|依法治[县市区]|全面依法治[县市区]|平安建设|乡村振兴)(?:工作)?委员会|[县市区镇旗州](?:安|食药?安|环|消|消安|禁毒|减灾|爱卫)(?:委|委会)(?:办公室|办)?$|(?:安委|食安|环委|消安|禁毒|爱卫|双创|河长|林长|田长|防火|防汛|创文|创卫|禁烧|治超)办(?:公室)?$|减负办|创建办|创城办|整治办|攻坚办|协调机制|委员会\(.*\)办公室/u,
  ],
  [
    'party',
    /^(?:中共|中国共产党)|(?:省|市|县|区|旗|州|盟|镇|乡|街道|工|村)委(?:办公室|办公厅|办|组织部|宣传部|统战部|政法委|编办|社会工作部|员会办公室)?$|党委|党组|党工委|党支部|党总支|纪律检查|纪委|组织部|宣传部|统战部|政法委|编办|巡察|中央办公厅/u,
  ],
  ['government', /(?:政府|国务院|行署)(?:办公室|办公厅|办)?$|街道办事处$|管理委员会$|管委会$/u],
  [
    'internal-division',
    /(?:局|厅|部|委|院|会|中心|公司|学校|总社)[\u4e00-\u9fff、]{0,16}(?:办公室|科|股|处|室)$|(?:科|股)$/u,
  ],
  [
    'other',
    /(?:公司|集团|学校|中学|小学|大学|医院|协会|学会|联合会|总工会|妇联|共青团|团委|村|社区|村委会|居委会|村民委员会|居民委员会)/u,
  ],
  ['department', /(?:局|厅|部|委|委员会|院|署|办公室|办|中心|站|所|队|处)$/u],
];

/** The body with the level and nature that its name suggests. */
export function guessIssuer(name: string): Issuer {
  const first = name.split('、', 1)[0] ?? name;
  return {
    name,
    level: LEVELS.find(([, pattern]) => pattern.test(first))?.[0] ?? null,
    nature: NATURES.find(([, pattern]) => pattern.test(first))?.[0] ?? null,
    guessed: true,
  };
}
