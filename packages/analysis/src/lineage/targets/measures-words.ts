/** The words around a number that say how it binds, and those that make it no target. */

/** `floor` no less, `ceiling` no more, `exact` just so many, `range` from the value to the upper value. */
export type Comparator = 'floor' | 'ceiling' | 'exact' | 'range';
/** `aim` 力争, `firm` 必须 or 确保, `plain` neither. */
export type Force = 'aim' | 'plain' | 'firm';

const CEILING_BEFORE =
  /(?:不(?:得|能|可|应|宜|准|要|再)?(?:超过|超出|多于|高于|大于|长于|突破)|至多|最多|(?<!不|不得|不能|不可|不应|不宜)(?:低于|少于|小于)|控制在|控制到|压[缩减降]?[至到在]|降低?[至到为]|下降到|减[少至]?到) ?$/u;
const FLOOR_BEFORE =
  /(?:不(?:得|能|可|应|宜|要)?(?:少|低|短|小|下|早|晚)于|至少|最少|起码|不下|不亚于|超过|突破|高于|多于|大于|达到?|满|提[高升]?[到至为]|增[加长至]?到|保持在?|升至) ?(?:约|近|了)?$/u;
const FLOOR_AFTER = /^ ?(?:[(（]?[及或]?以上|起步|打底|为底线|保底)/u;
const CEILING_AFTER = /^ ?(?:[及或]?以[内下]|之内|为上限|封顶)/u;

/** How the words before and after a number bound it. */
export function comparatorOf(before: string, after: string, isRange: boolean): Comparator {
  if (CEILING_BEFORE.test(before)) return 'ceiling';
  if (isRange) return 'range';
  if (FLOOR_BEFORE.test(before)) return 'floor';
  if (FLOOR_AFTER.test(after)) return 'floor';
  return CEILING_AFTER.test(after) ? 'ceiling' : 'exact';
}

const FORCES =
  /(?<aim>力争|争取|努力|力求|尽量|尽可能|原则上|鼓励|倡导|希望|期望|预期|有条件的)|必须|务必|确保|保证|一律|不得(?:低|少|短)于|不能(?:低|少|短)于|硬性|刚性/gu;

/** How strictly a number is meant: by the last word of the sentence before it that says so. */
export function forceOf(before: string): Force {
  let force: Force = 'plain';
  for (const match of before.matchAll(FORCES)) force = match.groups?.['aim'] === undefined ? 'firm' : 'aim';
  return force;
}

/** What must not happen, so that less of it is stricter. Any other ceiling spares somebody. */
const FAULT =
  /差错|错漏|错误|漏[报登检管诊免缴]|误报|失误|事故|死亡|伤亡|受灾|火灾|发案|案件|投诉|上访|信访|返贫|流失|辍学|失学|逾期|超期|超时|欠[缴费税]|缺[勤席报额]|空置|闲置|撂荒|损耗|浪费|漏损|不合格|不良|违规|违法|发生率|感染|发病|隐患|未[完办整处入签缴接]|误差|剩余|遗留|积压|空白|死角|黑臭|超标|能耗|排放|重复率|退[件回]|扣分/u;

const COST = /经费|费用|造价|成本|开支|支出|控制在/u;

/** A rate that is kept low is one of faults, unless it limits what offices do to others: 抽查比例不超过5%. */
const KEPT_LOW = /率[^,。;]{0,4}(?:控制在|压|降|不(?:得|能)?(?:超过|高于))/u;
const OF_OFFICES = /抽查|检查|优秀|比例|名额|占比|增[幅长]|涨幅|频率/u;

/** Whether a ceiling asks something of those below: fewer faults, less spent. */
export function isBindingCeiling(words: string, isMoney: boolean): boolean {
  if (FAULT.test(words) || (isMoney && COST.test(words))) return true;
  return KEPT_LOW.test(words) && !OF_OFFICES.test(words);
}

/** Money that goes to residents or pays for a thing; nobody below owes it. */
export const NOBODYS_DEBT =
  /补[贴助偿]|奖[补励金]|救助金|低保|津贴|工资|薪酬|报销|抚恤|慰问金|慰问品|保险费|保费|票价|收费|租金|单价|每[人户亩]每[月年](?:发放?|补|领)|发放|资助标准|供养标准|保障标准|罚款|处罚|免费|价格|拨付|下拨|经费保障|限额|注册资本|合同价|工程款|待遇/u;

/** A state that is told, not a target: 全县现有, 截至3月. */
export const TOLD =
  /(?<![较比同于])(?:去年|上年)|前年|往年|截[至止](?:目前|[\d年月]*底|\d)|目前[共有全已累]|累计已|已经?(?:完成|建成|实现|达|有|投入|培训|走访|签|发|超)|以来[,,]?(?:共|累计|全|先后)|现有|共有(?!产)|下辖|辖有|总人口|常住人口|户籍人口|总面积|占地|位于|距离?|同比|环比/u;

/** 减少会议三成 spares those below; it is no target of theirs. */
export const SPARES =
  /(?:评选|表彰|表扬|评优|奖励|授予)[^,。;]{0,16}(?:先进|优秀|标兵|模范|个人|集体|名额)|(?:减少|压减|压缩|精简|减轻|缩减|削减|下降|取消|合并|控制)[^,,。;]{0,12}(?:会议|文件|发文|报表|台账|检查|考核|督查|填报|材料|负担|工作群|公用经费|三公)|(?:会议|文件|发文|报表|检查|考核|督查|评比|简报|会期|字数|篇幅|时长|报告|材料|陪同|陪餐|随行|讲话|发言)[^,,。;]{0,14}(?:不(?:得|能|可|应)?(?:超过|多于|高于|超出)|减少|压减|压缩|精简|下降|控制在|以内)/u;

/** The number sets a condition: 50人以上的会议, 累计三次未到的. */
export const CONDITION_AFTER =
  /^ ?(?:[(（]?[及或含]?以[上下内])?[)）]?(?:未|不|仍|没有|被|的(?!比例|目标|任务|标准|要求|覆盖))/u;
export const CONDITION_BEFORE = /(?:连续|累计|凡|如|若|对|超过|满|达到?|发生|出现|每有)[^,,。;]{0,10}$/u;

/** Numbers that belong to names and sayings: 四个意识, 三个环节. */
export const SAYING =
  /^(?:意识|自信|维护|确立|坚持|方面|阶段|环节|步骤|层面|原则|维度|文明|关键|抓手|聚焦|必须|一律|不得|不准|严禁|结合|统一|转变|百年|字|大[字类])/u;
/** 一户一档, 一村一策. */
export const ONE_FOR_ONE = /^一\p{Script=Han}{1,2}一\p{Script=Han}/u;
/** 一批, 一点, 一片 are no counts. */
export const VAGUE_ONE = /^(?:一(?:批|点|片|面|对|类|种|起|支|部)|[一二三](?:期|节|轮))$/u;
/** 建立一个台账: the article, unless something is counted out to each. */
export const PLAIN_ONE = /^一(?:个|项|条|套|家|处|张|份|场|次|名|位|人)$/u;

/** Everybody and everything, said without a number; then half of them. */
export const WHOLE =
  /全覆盖|覆盖所有|每[户村人](?:必|都)|百分百|应[\p{Script=Han}]尽[\p{Script=Han}](?:不漏)?|不[漏落](?:掉|下)?一[户人村个家]|一[户人村个家](?:都|也)?不(?:能|得)?[漏落少]|无遗漏|全员(?=参|到|接|签|培|覆|下)|(?:户户|村村|人人|家家)(?=[^,。;]{0,6}(?:到|通|有|签|参|建|知|见|过))|(?:全部|全数)(?=[^,。;]{0,6}(?:完成|配|到位|建成|签|纳入|走访|排查|录入|整改|达|覆|装|接入|上线|参|销))|所有(?=[^,。;]{1,10}(?:都|均|全)[要须应部]?)/gu;
export const HALF = /半数|(?<!多)一半|过半/gu;
