import type { Fill } from '../../../fills.ts';

const FIELDS = [
  { label: ['姓名'], type: 'text', element: 'person.name' },
  { label: ['联系电话'], type: 'phone', element: 'person.phone' },
  { label: ['备注'], type: 'text', element: null },
] as const;

/** A form of persons with name, telephone and remark; what is not empty was brought by the system. */
export function fillOf(values: readonly (readonly string[])[]): Fill {
  return {
    ...{ demand: 'd', unit: '130101101201', unitName: '上湾村', ask: '核对 2 人', title: '关于核对的通知' },
    ...{ issuerName: '水利局', dueAt: null, usedUntil: null, needsApproval: false, state: 'open', version: 1 },
    ...{ words: null, sentOn: null, minutesBefore: 30, minutesNow: 2, next: null },
    ...{ mayEdit: true, maySubmit: true, mayReopen: false, mayApprove: false },
    progress: {
      ...{ rows: values.length, cells: values.length * 3, prefilled: 0, confirmed: 0, changed: 0, typed: 0 },
      ...{ empty: 0, faults: 0, conflicts: 0 },
    },
    sources: [{ says: '县民政局登记', asOf: '2026-03-01', isFresh: true }],
    forms: [
      {
        ...{ form: 0, sheet: null, title: null, shape: 'list', populationSays: '全村的人', mayAddRows: true },
        fields: FIELDS.map((field, at) => ({
          ...field,
          label: [...field.label],
          ...{
            key: `0.${at}`,
            unit: null,
            options: null,
            isComputed: false,
            isRemark: false,
            elementName: null,
            derived: null,
          },
        })),
      },
    ],
    rows: values.map((row, at) => ({
      ...{ row: `r${at}`, form: 0, name: row[0] ?? null, isAdded: false, removed: null },
      cells: row.map((value) =>
        value === '' ? { value, state: 'empty' as const } : { value, state: 'prefilled' as const, source: 0 },
      ),
    })),
  };
}
