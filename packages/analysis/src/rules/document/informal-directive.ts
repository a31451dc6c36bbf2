import type { OfficialDocument } from '../../document/read-document.ts';
import type { DocumentKind } from '../../report.ts';
import { defineRule } from '../rule.ts';
import { bodiesAddressed, firstOrder, isHighLevel, speaksBelow } from './addressees.ts';

const KINDS: ReadonlySet<DocumentKind> = new Set(['document', 'letter', 'task-order', 'inspection-notice']);
/** What such a paper calls itself. */
const SLIP =
  '(?:便函|便笺|便签|工作提示|(?:温馨|友情|重要|工作|紧急)提[示醒]|提[示醒]函|明白纸|提[示醒]单|告知单|告知书|联系单|工作联系函|交办单|白头|无文号|口头通知)';
const NAMED_SLIP = new RegExp(
  `^[【(《]?(?:[\\p{Script=Han}]{2,12}(?:局|办|所|科|股|中心|站|会|院|镇|委|队|室|街道))?${SLIP}(?:$|[】)》:(,])`,
  'u',
);
const SLIP_TITLE = new RegExp(`(?:${SLIP}|的提[示醒])(?:\\([^)]*\\))?$`, 'u');
/** A line that calls many bodies at once, known by name or not. */
const CALLS_BODIES = /^各(?!位)[\p{Script=Han}]{1,10}[社站所院校园村镇队]:/mu;
/** A body under the text, with or without a date that lacks its year. */
const SIGNED =
  /\n[\p{Script=Han}()、]{2,20}(?:局|办|委|会|站|所|中心|政府|股|科|室|院|部|处|社|校|大队)\s{0,3}(?:\d{1,2}月\d{1,2}日)?\s{0,3}$/u;
const OPENING = 60;

export const informalDirective = defineRule({
  id: 'document/informal-directive',
  title: '白头代正式',
  basis: ['provisions-2024.evasion'],
  message: '「{quote}」没有文号，却在给下级布置任务。',
  suggestion: '确需布置的补文号、走发文程序并计入发文数；只是提醒的，删去任务和期限。',
  saves: 'other',
  examples: {
    bad: [
      '便签(无文号)\n⟦各司法所自即日起承担夜间法律咨询⟧。',
      '工作提示\n各乡镇农技站:\n⟦请于五月底前完成油菜测产⟧。\n县农业农村局\n2026年5月6日',
    ],
    good: [
      '便签\n三楼打印机已修好。',
      '温馨提示\n各位家长:\n放学时请在东门等候。\n第一小学',
      '提示函不得代替正式文件布置任务。',
      '某县农业农村局文件\n某农发〔2026〕8号\n关于油菜测产的通知\n各乡镇农技站:\n请于五月底前完成油菜测产。\n某县农业农村局\n2026年5月6日',
      '各村下午把消防水带收好。',
    ],
  },
  *find({ document }) {
    if (!goesDownUnnumbered(document) || isHighLevel(document) || !isSlip(document)) return;
    const order = firstOrder(document);
    if (order && speaksBelow(document, order)) yield { start: order.start, end: order.end };
  },
});

function goesDownUnnumbered({ header, kind, direction, text }: OfficialDocument): boolean {
  const down = direction === 'down' || (direction === 'peer' && CALLS_BODIES.test(text));
  return header.docNumber === null && KINDS.has(kind) && down;
}

/** It says so in its first line or title, or has bodies as addressees and a signature but no number. */
function isSlip(document: OfficialDocument): boolean {
  const { text, lines, title, header } = document;
  const first = lines.find(({ kind }) => kind !== 'blank');
  const opening = first ? text.slice(first.start, Math.min(first.end, first.start + OPENING)) : '';
  if (NAMED_SLIP.test(opening) || SLIP_TITLE.test(title ?? '')) return true;
  return bodiesAddressed(document).length > 0 && (header.zones.signature !== null || SIGNED.test(text));
}
