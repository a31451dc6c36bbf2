import type { OfficialDocument } from '../../document/read-document.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { bodiesAddressed, firstOrder, isCoordinationBody, isHighLevel } from './addressees.ts';

const BODY =
  '(?:[省市县区镇州旗](?!政府|政务|委(?!员)|府|人大|政协|党政|纪|信访|外事|机关|应急)[\\p{Script=Han}]{1,4}办(?=(?:的)?(?:要求|部署|安排|通知|责成|责令|下达|决定|牵头))|[省市县区镇州旗](?:森防|防汛|防火|防疫|抗旱|疫情防控|森林防火)(?:抗旱)?指(?:挥部)?|领导小组|联席会议|专班|指挥部|协调小组|推进组|工作组|攻坚组|工作小组|组委会|协调机制|[省市县区镇州旗](?!政府|委(?!员)|府|人大|政协|党政|纪)[\\p{Script=Han}]{2,8}(?:整治|攻坚|创建|推进|提升|治理|行动|协调|巩固|督导)办(?:公室)?|(?:安全生产|食品安全|爱国卫生(?:运动)?|禁毒|消防安全|道路交通安全|生态环境保护|防灾减灾救灾|绿化|双拥|旅游安全|国防动员|老龄工作|语言文字工作|平安建设|依法治[县市区]|乡村振兴|控辍保学|精神文明建设指导)(?:工作)?委员会|[省市县区镇州旗](?:安委|爱卫|食安|禁毒|消安|减灾|双拥|绿|防火|环)(?:会|委会?)|[省市县区镇州旗](?:安委|爱卫|食安|禁毒|创城|创卫|创建|攻坚|整治|禁烧|防指|征迁|河长|林长|路长|田长|扫黑|反诈|文明|招商|人居|禁毒|维稳|双减|控辍|减灾|禁放|治超|治违|环委|防火|振兴)[\\p{Script=Han}]{0,2}办|[省市县区镇州旗](?:禁毒|安|食安|爱卫|防汛|防指|双拥|减灾|消安)委)(?:办公室)?';
const COMMANDS = '(?:令(?=各)|下达|责成|责令|命令|勒令|要求|决定|部署|下令|通知|强调|安排|印发通知|发文|指令|限)';
const LOWER =
  '(?:各(?!成员|部门|局|委|办|直属|级(?:人民)?政府部门|位|项|类|科室)[\\p{Script=Han}]{1,4}(?:区|村|镇|乡|校|站|所|院|园|户|点|单位|道|处|队|小组|委会)|各(?:乡|镇|村|街道|社区|校|站|所|院|园|点|学校|县|区|市|中心|单位|地|级|网格|小区|片)|乡镇|镇街|街道|社区|村委会|村级|基层|学校|[\\p{Script=Han}]{2,4}(?:镇|乡|街道|村)|辖区)';
const OWN_MEMBERS = /成员单位|成员局|^县?直|县级?部门|市直|区直/u;

const COMMANDED: Wording = {
  view: 'announced',
  when: [
    pattern(
      `${BODY}[^□。;,]{0,8}?${COMMANDS}[^□。;]{0,16}?${LOWER}`,
      `${BODY}[^□。;,]{0,8}?(?:下达|分解|布置|明确)[^□。;,]{0,8}?(?:任务|指标)[^□。;]{0,12}?${LOWER}`,
      `${BODY}[^□。;,]{0,8}?(?:对|向|给|就)[^□。;,]{0,10}?${LOWER}[^□。;,]{0,10}?(?:下达|发出|印发|提出|交办|下发|布置|作出|发|开展|进行)[^□。;,]{0,8}?(?:指令|任务|通知|要求|命令|督办|指标|整改|函|单|令|清单|调度|考核|通报)`,
      `(?:请|要求|责成)?${LOWER}[^□。;,]{0,6}?(?:根据|按照?|遵照|依)[^□。;,]{0,8}?${BODY}(?:的)?(?:安排|要求|部署|决定|通知|指令)`,
      `(?:根据|按照?|遵照|依)[^□。;,]{0,10}?${BODY}(?:的)?(?:安排|要求|部署|决定|通知|指令)[^□。;]{0,20}?(?:请|须|应|要|务必|必须|一律)`,
    ),
  ],
  unless: [/成员单位(?!.{0,20}(?:乡镇|各镇|各村|社区))|会议要求.{0,4}成员/u],
};

export const coordinationBodyCommand = defineRule({
  id: 'document/coordination-body-command',
  title: '议事机构发指令',
  basis: ['provisions-2024.commands'],
  message: '「{quote}」由议事协调机构给下级下指令。',
  suggestion: '由牵头部门按程序报本级党委、政府发文；议事机构只协调成员单位。',
  examples: {
    bad: [
      '⟦快递进村联席会议责成各中心校腾出两间教室作网点⟧。',
      '⟦县创城办要求各社区每晚清点共享单车⟧。',
      '⟦某县蔬菜产销工作领导小组文件⟧\n某蔬组〔2026〕2号\n关于落实春菜面积的通知\n各乡镇人民政府:\n各镇务必于四月底前落实春菜面积。\n某县蔬菜产销工作领导小组\n2026年3月5日',
    ],
    good: [
      '联席会议给成员局分了工,不涉学校。',
      '议事协调机构不得给乡镇发指令性文件。',
      '领导小组办公室设在县农业农村局。',
      '县安委会已撤并两个小组。',
    ],
  },
  *find({ statements, document }) {
    if (isHighLevel(document) || document.kind === 'regulation' || document.kind === 'speech') return;
    const head = commandingBody(document);
    if (head) {
      yield head;
      return;
    }
    yield* matchesIn(statements, COMMANDED);
  },
});

/** The coordination body that issues the document to others than its own members, with an order in it. */
function commandingBody(document: OfficialDocument): { start: number; end: number } | null {
  const { issuer, fieldSpans, zones } = document.header;
  if (!issuer || !isCoordinationBody(issuer.name)) return null;
  const below = bodiesAddressed(document).some((name) => !OWN_MEMBERS.test(name));
  if (document.direction !== 'down' || (!below && document.kind !== 'minutes') || !firstOrder(document)) return null;
  const span = fieldSpans.issuer ?? zones.head ?? zones.signature;
  return span ? { start: span.start, end: span.end } : null;
}
