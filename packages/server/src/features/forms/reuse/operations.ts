import type { DeepReadonly, forms } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import { toCsv } from '../../../platform/spreadsheets/csv.ts';
import { accountOf } from './account.ts';
import { listTallies } from './store.ts';

export interface ReuseAsk {
  readonly issuer?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What reusing data saved in a span, and how much of what was brought was wrong. */
export async function readReuse(
  { db, actor, clock }: Acting,
  { issuer, from, until }: ReuseAsk,
): Promise<DeepReadonly<forms.Reuse>> {
  const today = clock.today();
  const span = { from: from ?? `${today.slice(0, 4)}-01-01`, until: until ?? today };
  const tallies = await listTallies(db, { county: actor.county, ...span, ...(issuer !== undefined && { issuer }) });
  return accountOf(tallies, span);
}

const HEAD = ['事项', '发起单位', '份数', '格数', '带出格数', '带错格数', '带出占比', '带错比例', '少填分钟'];

export async function exportReuse(acting: Acting, ask: ReuseAsk): Promise<string> {
  const { forms: all, explanation } = await readReuse(acting, ask);
  const rows = all.map((form) => [
    ...[
      form.title,
      form.issuerName,
      String(form.fills),
      String(form.cells),
      String(form.prefilled),
      String(form.wrong),
    ],
    ...[form.prefilledShare, form.wrongRate].map((share) => (share === null ? '' : share.toFixed(SHARE_DIGITS))),
    String(form.minutesSaved),
  ]);
  return toCsv([HEAD, ...rows, [explanation]]);
}

const SHARE_DIGITS = 4;
