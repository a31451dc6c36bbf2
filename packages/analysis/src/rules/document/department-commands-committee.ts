import type { Issuer } from '../../document/issuer.ts';
import type { OfficialDocument } from '../../document/read-document.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { firstOrder, isCoordinationBody, isHighLevel } from './addressees.ts';

const DEPARTMENT =
  '(?:[\\p{Script=Han}]{1,10}(?:局|厅|科协|残联|妇联|工商联|文联|团委|红十字会|供销社|组织部|宣传部|统战部)|[省市县区州](?:妇女联合会|总工会|残疾人联合会|卫健委|发改委|教委|经信委|农委|住建委|商务委|编办)|[省市县区州][\\p{Script=Han}]{2,10}(?:中心|大队|支队|公司|管理处))';
const COMMITTEE =
  '(?:各?(?:乡镇|镇街|镇|乡|县区|县|街道|区|市)(?:\\(街道\\))?(?:党委|党工委|政府|人民政府|委和政府)|[\\p{Script=Han}]{2,6}(?:镇|乡)(?:党委|政府|人民政府)|[\\p{Script=Han}]{2,4}[县区市](?:委[、,]|委、?县政府|人民政府|政府)|下级(?:党委|政府)|党委、?政府)';
const COMMANDS =
  '(?:文件\\)?|通知|发文|要求|责成|责令|命令|勒令|决定(?!对|给|表|在)|印发|下发|部署|指令|限|安排|布置|强调)';
const CONSENT =
  /(?:经|报|受)[^,。;]{0,14}(?:政府|党委|县委|市委|区委|省委|国务院)[^,。;]{0,14}(?:同意|批准|授权|审定|批复|委托)|(?:政府|县委|市委|区委|县府)已?批|政(?:阅|批|复)[〔[(]/u;
const ADDRESSED =
  /(?:党委|党工委|人民政府|政府|[县市区旗]委)(?!办|各?部门|工作部门|办公室|组织办|[\p{Script=Han}]{1,6}[部局])/u;
const PARTY_DEPARTMENT = /(?:组织部|宣传部|统战部|统一战线工作部|政法委|社会工作部|编办|机构编制)/u;

const ORDERED: Wording = {
  view: 'announced',
  when: [
    pattern(
      `${DEPARTMENT}[^□。;,《]{0,4}?${COMMANDS}[^□。;]{0,14}?${COMMITTEE}(?![^□。;,]{0,8}(?:部门|办公室|机关|采购|网站|信息公开|补贴))`,
      `${COMMITTEE}[^□。;,]{0,4}?(?:须|应|要|必须|务必)?(?:按|照|按照|遵照|服从)[^□。;,]{0,4}?${DEPARTMENT}[^□。;,]{0,4}?(?:安排|要求|部署|通知|指令)`,
    ),
  ],
  unless: [/请求|恳请|商请|函请|可否|支持为盼/u],
};

export const departmentCommandsCommittee = defineRule({
  id: 'document/department-commands-committee',
  title: '部门令下级党政',
  basis: ['docs-2012.16', 'provisions-2024.commands'],
  message: '「{quote}」由部门给下级党委、政府下指令，文中没有写明经同意。',
  suggestion: '改发给下级对口部门；确需向党委、政府行文的，报本级同意并在文中注明。',
  examples: {
    bad: [
      '⟦(县文旅局文件)江湾镇党委⟧:应立即撤换古树管护人。',
      '⟦县商务局要求各乡镇人民政府三日内腾出门面⟧。',
      '某县水利局文件\n某水发〔2026〕3号\n关于抓紧清淤的通知\n⟦各乡镇人民政府⟧:\n务必于四月底前完成支渠清淤。\n某县水利局\n2026年3月1日',
    ],
    good: [
      '县府已批(×政阅〔2026〕5号),文旅局请江湾镇政府换人。',
      '部门不得向乡镇党委、政府发指令性文件。',
      '某县水利局文件\n某水发〔2026〕3号\n关于抓紧清淤的通知\n各乡镇水利站:\n务必于四月底前完成支渠清淤。\n某县水利局\n2026年3月1日',
      '县人民政府要求各乡镇人民政府五月底前清完河道。',
    ],
  },
  *find({ statements, document }) {
    if (isHighLevel(document) || CONSENT.test(document.text)) return;
    const { fieldSpans, zones } = document.header;
    if (isCommandToCommittee(document)) {
      const span = fieldSpans.recipients ?? zones.recipients;
      if (span) yield { start: span.start, end: span.end };
      return;
    }
    yield* matchesIn(statements, ORDERED);
  },
});

/** A department writes to the party committee or government below and orders something. */
function isCommandToCommittee(document: OfficialDocument): boolean {
  const { issuer, recipients, docNumber } = document.header;
  // A letter asks, it commands nobody.
  if (/函[〔[(]/u.test(docNumber ?? '') || !issuer || !isDepartment(issuer) || document.direction !== 'down')
    return false;
  return recipients.some((name) => ADDRESSED.test(name)) && firstOrder(document) !== null;
}

function isDepartment({ name, nature, level }: Issuer): boolean {
  if (isCoordinationBody(name) || /(?:协会|学会|商会|公司)$/u.test(name) || level === 'township' || level === 'village')
    return false;
  return nature === 'department' || nature === 'other' || PARTY_DEPARTMENT.test(name.split('、', 1)[0] ?? '');
}
