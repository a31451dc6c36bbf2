import { FORM, registered } from './example.ts';
import type { GateCase, RunningForm } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';
import { normalised } from './listed.ts';

const RUNNING: RunningForm = {
  id: '0198c0de-0000-7000-8000-000000000003',
  title: '茶农月表',
  labels: ['户主姓名', '亩产（斤）', '联系电话'],
};
const TEN = ['户主姓名', '亩产 (斤)', '联系电话', '一', '二', '三', '四', '五', '六', '七'];

export const duplicateFields = defineGateRule({
  id: 'gate/duplicate-fields',
  title: '重复采集字段',
  severity: 'warning',
  basis: ['stat-reg.2', 'fingertip-2023.one-form'],
  suggestion: '这些字段由系统带出，只请承接单位核对；用不着的删去。',
  sameAs: ['report/recollects-basic-data', 'report/already-in-system'],
  options: { share: { default: 0.3, source: 'house', meaning: '已有字段所占比例，达到即报' } },
  kinds: ['form'],
  missing: ({ facts: { registers } }) =>
    registers.ownLabels === null || registers.forms === null ? '在用报表的字段' : null,
  examples: {
    fires: [
      ['three of ten fields', labelled(TEN)],
      [
        'three of ten fields that the county holds',
        registered(FORM, { ownLabels: TEN, heldLabels: TEN.slice(3, 6), forms: [] }),
      ],
    ],
    passes: [
      ['three of eleven fields', labelled([...TEN, '八'])],
      [
        'two of ten fields that the county holds',
        registered(FORM, { ownLabels: TEN, heldLabels: TEN.slice(3, 5), forms: [] }),
      ],
      ['the same label three times', labelled(['户主姓名', '户主姓名', '户主姓名', '一', '二', '三'])],
    ],
  },
  *find({ facts: { registers } }, { share }) {
    const own = new Set((registers.ownLabels ?? []).map(normalised));
    const matches = (registers.forms ?? [])
      .map((form) => ({ form, known: [...new Set(form.labels.map(normalised))].filter((label) => own.has(label)) }))
      .filter(({ known }) => known.length > 0);
    const collected = new Set(matches.flatMap((match) => match.known));
    const held = new Set((registers.heldLabels ?? []).map(normalised).filter((label) => own.has(label)));
    const known = new Set([...collected, ...held]);
    if (own.size === 0 || known.size / own.size < share) return;
    const [most] = matches.toSorted((one, other) => other.known.length - one.known.length);
    yield {
      message: messageOf({ all: own.size, held: held.size, collected: collected.size, title: most?.form.title ?? '' }),
      demands: matches.map(({ form }) => form.id),
    };
  },
});

interface Counted {
  readonly all: number;
  readonly held: number;
  readonly collected: number;
  /** Of the form that has most of them. */
  readonly title: string;
}

function messageOf({ all, held, collected, title }: Counted): string {
  const parts = [
    ...(held > 0 ? [`${held}个县里已有新鲜数据`] : []),
    ...(collected > 0 ? [`${collected}个已在「${title}」等在用报表中采集`] : []),
  ];
  return `${all}个字段中有${parts.join('，')}。`;
}

function labelled(ownLabels: readonly string[]): GateCase {
  return registered(FORM, { ownLabels, forms: [RUNNING] });
}
