import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { defineRule } from '../rule.ts';
import { matchesIn, pattern, type Wording } from '../wording.ts';
import { bodiesAddressed, firstOrder, speaksBelow } from './addressees.ts';

const SECTION =
  '[\\p{Script=Han}]{2,12}(?:局|厅|委|委员会|院|中心|公司|总社|联|会)[\\p{Script=Han}]{1,12}(?:股|科|处)(?!长|室|级|员)';
/** The general office may write for the whole house. */
const OFFICE = /(?:办公室|办公厅|综合(?:科|股|处))$/u;
const DIVISION = /(?:局|厅|部|委|院|会|中心|公司|社|联)[\p{Script=Han}、]{1,14}(?:科|股|处|室)$/u;

const SPOKEN: Wording = {
  view: 'announced',
  when: [
    pattern(
      `${SECTION}(?:印发|下发|发出|制发)?(?:发文|通知|要求|文件|来文|便函|责成|责令|部署)[^□。;]{0,20}?(?:各|乡镇|街道|社区|学校|[镇村校所站])`,
      `${SECTION}(?:向|对|给|致)[^□。;,]{0,10}?(?:发文|下发|印发|发出|发函|行文|发通知|下通知|下达|部署|布置|提出|发[^□。;,现动展布]{0,4}?(?:通知|函|文))`,
      `(?:[本该我])?[局委院厅办](?:机关)?[\\p{Script=Han}]{2,6}(?:科|股|处)(?:向|对|给|致)各[^□。;,]{1,10}?(?:发文|下发|印发|发函|行文|下达)`,
      `落款[为是:]?[^□。;,]{0,4}?${SECTION}`,
    ),
  ],
  unless: [/主送[:]?(?:局属|本局|机关|各科室|各股室)/u],
};

export const internalDivision = defineRule({
  id: 'document/internal-division',
  title: '内设机构发文',
  basis: ['docs-2012.17'],
  message: '「{quote}」是内设机构，除办公室外不得对外正式行文。',
  suggestion: '由本单位或者办公室名义发文；日常业务沟通打电话，不布置任务。',
  examples: {
    bad: [
      '各灌区管理所:\n请于三月底前清完支渠。\n⟦县水利局河道股⟧\n2026年3月2日',
      '⟦县民政局养老科发文要求各敬老院换装烟感⟧。',
    ],
    good: [
      '各灌区管理所:\n请于三月底前清完支渠。\n县水利局办公室\n2026年3月2日',
      '局属各科室:\n会议室钥匙交到门卫。\n行政科',
      '县水利局河道股昨天修好闸门。',
      '内设机构一律不得对外正式发文。',
    ],
  },
  *find({ statements, document }) {
    const issuer = issuingDivision(document);
    if (issuer && document.direction !== 'self' && writesOutward(document)) {
      yield issuer;
      return;
    }
    yield* matchesIn(statements, SPOKEN);
  },
});

/** To bodies it names, or with an order to those below. */
function writesOutward(document: OfficialDocument): boolean {
  if (bodiesAddressed(document).length > 0) return true;
  const order = firstOrder(document);
  return order !== null && speaksBelow(document, order);
}

/** The name of the division that signs or heads the document. */
function issuingDivision({ header: { issuer, zones, fieldSpans } }: OfficialDocument): Span | null {
  if (issuer?.nature !== 'internal-division' || OFFICE.test(issuer.name) || !DIVISION.test(issuer.name)) return null;
  return fieldSpans.issuer ?? zones.signature ?? zones.head;
}
