import { FORM, registered } from './example.ts';
import type { GateCase, StoppedForm } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';
import { normalised } from './listed.ts';

const STOPPED: StoppedForm = {
  id: '0198c0de-0000-7000-8000-000000000004',
  title: '茶农月表',
  labels: ['户主姓名', '亩产', '联系电话'],
  fields: 5,
  endedOn: '2026-01-31',
};
const FIVE = ['户主姓名', '亩产', '联系电话', '一', '二'];

export const revivedForm = defineGateRule({
  id: 'gate/revived-form',
  title: '停用的表换名复活',
  severity: 'warning',
  basis: ['provisions-2024.evasion'],
  suggestion: '确有新用途的只留新增的几栏，其余从已有数据取；否则不再发。',
  sameAs: ['variant/revived'],
  options: {
    similarity: { default: 0.6, source: 'house', meaning: '与停用的表相同的栏占旧表的比例，达到即报' },
  },
  missing: ({ draft, facts: { registers } }) =>
    draft.details.kind === 'form' && registers.ownLabels === null ? '在用报表的字段' : null,
  examples: {
    fires: [['three of five fields of a form that was stopped', asking(FIVE)]],
    passes: [
      ['two of five fields', asking(['户主姓名', '亩产', '一', '二', '三'])],
      ['fewer fields than the form had', asking(FIVE.slice(0, 4))],
      ['no form', registered(FORM, { ownLabels: FIVE, forms: [] })],
    ],
  },
  *find({ facts: { registers } }, { similarity }) {
    const own = new Set((registers.ownLabels ?? []).map(normalised));
    for (const { id, title, labels, fields, endedOn } of registers.stoppedForms ?? []) {
      const again = new Set(labels.map(normalised).filter((label) => own.has(label))).size;
      if (own.size < fields || again / fields < similarity) continue;
      yield {
        message: `「${title}」${endedOn}已停用，${fields}栏中有${again}栏又出现在这张表里。`,
        demands: [id],
        endsAll: true,
      };
    }
  },
});

function asking(ownLabels: readonly string[]): GateCase {
  return registered(FORM, { ownLabels, forms: [], stoppedForms: [STOPPED] });
}
