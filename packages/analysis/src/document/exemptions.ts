/**
 * Proof that a burden is lawful or unavoidable: emergencies, statutory procedure, lawful statistics, approved plans,
 * secrecy. A claim alone is no proof, so each is graded by what stands in the text.
 */
import type { Exemption, ExemptionClass } from '../report.ts';
import type { OfficialDocument } from './read-document.ts';
import type { Statement } from './statements.ts';

type ProvableClass = Extract<ExemptionClass, 'EMERG' | 'LAW' | 'STAT' | 'MERGED' | 'SEC'>;
type Grade = Exemption['grade'];

interface Proof {
  readonly class: ProvableClass;
  readonly grade: Grade;
  readonly pattern: RegExp;
}

/** In the order of their strength: the first that the sentence shows is taken. */
const SENTENCE_PROOFS: readonly Proof[] = [
  {
    class: 'EMERG',
    grade: 'shown',
    pattern:
      /[ⅠⅡⅢⅣ一二三四IV]+级(?:防汛|抗旱|应急|地震|防风|防台|气象|救助)*响应|响应(?:期间|结束前|解除前|启动后)|(?:发生|出现|遇有?|接报|突发)[^,。;]{0,14}(?:事故|疫情|险情|灾情|火情|火灾|地震|洪水|山洪|溃坝|泄漏|伤亡|决口|管涌|滑坡|突发事件)(?:的|后|时|,)?|抢险(?:救灾|期间)|(?:防汛|抗旱|抗震)(?:抗旱)?指挥部第?\d+号令|(?:紧急状态|封控|转移避险)期间/u,
  },
  {
    // 红色预警期间(防指〔2026〕11号,8月3日至8月6日): the level and its last day.
    class: 'EMERG',
    grade: 'shown',
    pattern:
      /[红橙黄蓝]色(?:[\p{Script=Han}]{0,4}预警)[\p{Script=Han}]{0,6}\([^()]{0,30}?(?:至|到|—|-)[^()]{0,4}\d[^()]{0,12}\)/u,
  },
  {
    class: 'LAW',
    grade: 'shown',
    pattern:
      /《[^》]{2,30}(?:法|条例|规定|办法|细则)》?(?:\([^)]{1,20}\))?第?[一二三四五六七八九十百零\d]+条|第[一二三四五六七八九十百零\d]+条(?:的)?规定,?/u,
  },
  {
    class: 'LAW',
    grade: 'shown',
    pattern:
      /(?:换届)?选举(?:法定|登记|投票|委员会|工作|日)|选民(?:登记|名单)|行政处罚(?:案卷|卷宗|决定)|(?:法定|甲类|乙类|丙类)传染病|传染病(?:报告卡|网络直报|疫情报告)|(?:生产安全)?事故(?:报告|快报|调查)|庭审|开庭|应诉|强制执行|(?:许可证|执业证)(?:核发|申领|换发|年审)|执法记录仪|(?:村民|居民|职工|股东)(?:代表)?(?:大会|会议)(?:表决|讨论决定|民主议定)|职业病(?:诊断|报告)|死因(?:登记|监测)报告/u,
  },
  {
    class: 'MERGED',
    grade: 'shown',
    pattern:
      /(?:备案|批准|审批|立项|核准|审核)(?:编?号|文号|函号)[为是:]?[\p{Script=Han}A-Za-z]*[〔[(]?20\d\d[〕\])]?[-第]?\d+号?|(?:计划|清单|目录)(?:编号|序号)?[^,。;]{0,6}(?:第|序号|编号)[:]?[\dA-Z-]+[项号条]?|\((?:[^()]{0,12})(?:备|计|批)[字]?[〔[(]20\d\d[〕\])]\d+号\)|[\p{Script=Han}]{1,8}备[〔[(]20\d\d[〕\])]\d+号/u,
  },
  {
    class: 'MERGED',
    grade: 'shown',
    pattern:
      /(?:经|已)[^,。;]{0,16}(?:减负办|督查考核统筹办|统筹办|督考办|整治形式主义[^,。;]{0,12}(?:办|机制)|中央层面|县委办(?:公室)?|市委办(?:公室)?|县政府办(?:公室)?|党委办)[^,。;]{0,8}(?:备案|审核|审批|批准|同意|统筹|核准)/u,
  },
  {
    class: 'STAT',
    grade: 'shown',
    pattern: /表号[:][^。;]{1,60}制定机关[:][^。;]{1,60}(?:批准|备案)[^。;]{1,40}有效期/u,
  },
  {
    class: 'STAT',
    grade: 'named',
    pattern:
      /(?:国家统计局|统计法|经普|人普|农普|(?:人口|经济|农业)普查|统计调查制度)[^。;]{0,20}(?:报表制度|制度|要求|规定|方案)|三项(?:标志)?含表号/u,
  },
  {
    class: 'SEC',
    grade: 'shown',
    pattern:
      /涉密|保密(?:会议|要求|规定|室)|(?:高考|中考|公考|考试|考场|考点|阅卷|命题|监考)(?!核)|看守所|监狱|押运|金库|弹药|枪支/u,
  },
  {
    class: 'LAW',
    grade: 'named',
    pattern: /(?:依据?|根据|按照?|遵照|依照)《?[\p{Script=Han}]{2,24}(?:法|条例)》?(?=[,的要有规第之]|$)(?!规)/u,
  },
  {
    class: 'MERGED',
    grade: 'named',
    pattern:
      /(?:列入|纳入)[^,。;]{0,16}(?:年度)?(?:督查|检查|督检考|考核|会议|发文|调研)[^,。;]{0,6}计划(?!生育)|(?:年度|督查|督检考)计划(?:内|所列|确定)/u,
  },
  {
    class: 'EMERG',
    grade: 'bare',
    pattern: /情况紧急|十万火急|事急从权|事态紧急|形势紧急|特事特办|紧急情况下|因工作特急/u,
  },
  {
    class: 'LAW',
    grade: 'bare',
    pattern:
      /依法依规|依法|依规|按(?:照)?(?:有关|相关)?(?:法律|法规|规定)|依(?:照|据)?(?:有关|相关)(?:法律|法规|规定)/u,
  },
  {
    class: 'MERGED',
    grade: 'bare',
    pattern: /经(?:领导|上级|县里|有关领导|领导小组)?(?:批准|同意|审定|批复)(?!下|情)/u,
  },
];

const TITLE_EMERGENCY =
  /(?:Ⅰ|Ⅱ|Ⅲ|Ⅳ|[一二三四])级[\p{Script=Han}]{0,6}响应|启动[\p{Script=Han}]{0,12}响应|抢险|紧急转移|防御台风/u;
/** The strongest proof for a finding in this statement, or null. `deaf` names classes the rule does not accept. */
export function findExemption(
  document: OfficialDocument,
  statement: Statement | null,
  deaf: readonly ExemptionClass[] = [],
): Exemption | null {
  const found = statement ? proofInSentence(statement.raw, deaf) : null;
  if (found && found.grade !== 'bare') return found;
  return proofInDocument(document, deaf) ?? found;
}

function proofInSentence(sentence: string, deaf: readonly ExemptionClass[]): Exemption | null {
  for (const { class: name, grade, pattern } of SENTENCE_PROOFS) {
    if (deaf.includes(name)) continue;
    const words = pattern.exec(sentence)?.[0];
    if (words !== undefined) return { class: name, grade, proof: words };
  }
  return null;
}

function proofInDocument(document: OfficialDocument, deaf: readonly ExemptionClass[]): Exemption | null {
  const proofs = [emergencyOf(document), statuteOf(document), statisticsOf(document), approvalOf(document)];
  return proofs.find((proof) => proof && (proof.class === 'LAW' || !deaf.includes(proof.class))) ?? null;
}

function emergencyOf({ title }: OfficialDocument): Exemption | null {
  const words = TITLE_EMERGENCY.exec(title ?? '')?.[0];
  return words === undefined ? null : { class: 'EMERG', grade: 'shown', proof: words };
}

function statuteOf({ statute }: OfficialDocument): Exemption | null {
  return statute === null ? null : { class: 'LAW', grade: 'shown', proof: statute };
}

/** All four marks show a lawful form; three, one of them the number, name it. */
function statisticsOf({ formMarks }: OfficialDocument): Exemption | null {
  if (formMarks.length < 3 || !formMarks.some((mark) => mark.startsWith('表号'))) return null;
  return { class: 'STAT', grade: formMarks.length === 4 ? 'shown' : 'named', proof: formMarks.join(' ') };
}

function approvalOf({ approval }: OfficialDocument): Exemption | null {
  return approval === null ? null : { class: 'MERGED', grade: 'shown', proof: approval };
}
