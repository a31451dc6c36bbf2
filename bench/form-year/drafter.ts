/** A bureau's drafter brings a form through the gate. He answers what the system asks and changes nothing else. */
import { demands, forms, type DeepReadonly } from '../../packages/contract/src/index.ts';
import { workbook } from '../../packages/server/src/testing/forms.ts';
import type { SignedIn } from '../../packages/server/src/testing/sign-in.ts';
import type { AskedForm, Column } from './asked.ts';

interface People {
  readonly drafter: SignedIn;
  readonly office: SignedIn;
}

interface Moment {
  /** Of the forms of the year, from 0. */
  readonly number: number;
  readonly today: string;
}

const BLANK_ROWS = 8;
const DAYS_TO_ANSWER = 14;
const DAYS_VALID = 90;
const DAY_MS = 86_400_000;

/** The demand, running. */
export async function issue(
  { drafter, office }: People,
  form: AskedForm,
  bearers: readonly string[],
  { number, today }: Moment,
): Promise<string> {
  const { id, version } = await drafter.call(demands.draftDemand, {
    title: `关于报送${form.title}的通知（${String(number + 1)}）`,
    ask: `填报${form.title}`,
    issuer: `${bearers[0]?.slice(0, 6) ?? ''}000011`,
    bearers: [...bearers],
    dueAt: `${dayAfter(today, DAYS_TO_ANSWER)}T10:00:00Z`,
    expiresOn: dayAfter(today, DAYS_VALID),
    planItem: null,
    details: {
      kind: 'form',
      fields: { text: form.columns.length, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
      rows: 1,
      ...{ signatures: 0, prints: 0, timesPerYear: 1 },
    },
  });
  const layout = await drafter.call(forms.attachForm, { id, file: workbookOf(form) }, { ifMatch: version });
  const fields = layout.forms.flatMap((one) => one.fields.flatMap((field) => decisionOn(field, form.columns)));
  const decided =
    fields.length === 0 ? layout : await drafter.call(forms.decideForm, { id, fields }, { ifMatch: layout.version });
  const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: decided.version });
  const admission = { id, reason: '一事一议同意。', caseByCase: true };
  const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
  await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
  return id;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

type Field = forms.LayoutField;
type Decision = NonNullable<forms.FormDecisions['fields']>[number];

/** What he says of a field: which of the three it is where he is asked, and its use where it is new. */
function decisionOn(field: DeepReadonly<Field>, columns: readonly Column[]): Decision[] {
  const { key, certainty } = field;
  if (certainty === 'known' || certainty === 'computed') return [];
  const column = columnOf(field.label, columns);
  const meant = field.candidates.find(
    ({ element, derived }) => element === column?.element && (derived === null) === (column.how === 'stored'),
  );
  if (meant !== undefined) return [{ key, element: meant.element, derived: meant.derived as Decision['derived'] & {} }];
  return [{ key, element: null, use: '掌握底数' }];
}

/** The column that a field was read from. */
export function columnOf(label: readonly string[], columns: readonly Column[]): Column | undefined {
  const words = wordsOf(label.at(-1) ?? '');
  return columns.find(({ header }) => wordsOf(header) === words);
}

function wordsOf(header: string): string {
  return header.replaceAll(/[（(].*?[)）]|[\s“”"]/gu, '');
}

/** As a bureau makes it: a title over all columns, a row of headers, some blank rows. */
export function workbookOf({ title, columns }: AskedForm): File {
  return workbook(title, ['序号', ...columns.map(({ header }) => header)], BLANK_ROWS);
}
