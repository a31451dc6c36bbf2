import { Refusal, type DeepReadonly } from '@qingzhuang/contract';
import { holdsRole } from '../../../platform/actor.ts';
import type { Exchange } from '../../../platform/api.ts';
import type { Acting } from '../../../platform/context.ts';
import { toWorkbook } from '../../../platform/spreadsheets/workbook.ts';
import { askedForms } from '../assessment/operations.ts';
import { listElements, logLookUp } from '../../catalogue/index.ts';
import { fillIn } from '../../checks/index.ts';
import { assertMaySeeFill, openContent, openFill } from '../filling/operations.ts';
import { listHandedIn } from '../filling/store.ts';
import type { AskedForm } from '../filling/fill.ts';
import { getAskingDemand, type DemandKeeper, type FormTools } from '../layout/operations.ts';
import { findLayout } from '../layout/store.ts';
import type { Layout } from '../layout/layout.ts';
import { fileFills, plainTable, takesAll, type BearerRows } from './workbook.ts';

/** Everything that goes into a file; it is written after the transaction, in a worker. */
export interface FileToFill {
  readonly layout: Layout;
  readonly asked: readonly AskedForm[];
  readonly bearers: readonly BearerRows[];
}

/** The bearer's form as it stands now. */
export async function findOwnFile(
  acting: Acting,
  { unit, demand }: { readonly unit: string; readonly demand: string },
  { seals }: FormTools,
): Promise<FileToFill> {
  assertMaySeeFill(acting.actor, unit);
  const { layout, asked, rows, head } = await openFill(acting, seals, { demand, unit });
  return { layout, asked, bearers: [{ unitName: head.unitName, rows }] };
}

const ISSUERS = ['drafter', 'unit-lead', 'office'] as const;

/** What bearers have sent, for the unit that asked. Who only watches sees no persons. */
export async function findSentFile(
  acting: Acting,
  { id, unit }: { readonly id: string; readonly unit?: string },
  { seals }: FormTools,
  keeper: DemandKeeper,
): Promise<FileToFill> {
  const { db, actor } = acting;
  const { draft, title } = await getAskingDemand(acting, keeper, id);
  if (!ISSUERS.some((role) => holdsRole(actor, role, draft.issuer))) throw new Refusal('not-allowed');
  const key = { county: actor.county, demand: id };
  const [layout, elements, fills] = await Promise.all([
    findLayout(db, key),
    listElements(db, key.county),
    listHandedIn(db, key, unit),
  ]);
  if (layout === undefined) throw new Refusal('no-such-record');
  const asked = askedForms(layout);
  const bearers = fills.map(({ content, unitName, ...own }) => ({
    unitName,
    rows: openContent(seals, { ...key, unit: own.unit }, content),
  }));
  const wanted = new Set(asked.flatMap(({ fields }) => fields.map(({ element }) => element)));
  await logLookUp(acting, {
    ...{ by: draft.issuer, unit: unit ?? null, demand: id, purpose: `取回报表：${title}` },
    elements: elements.filter((one) => one.personal !== 'none' && wanted.has(one.key)).map((one) => one.key),
    subjects: bearers.reduce((sum, { rows }) => sum + rows.length, 0),
  });
  return { layout, asked, bearers };
}

/** The sender's file with the rows in it; a plain workbook where that has no room for them. */
export async function writeFile(
  found: DeepReadonly<FileToFill>,
  exchange: Exchange,
  { files, checkers }: FormTools,
): Promise<Uint8Array<ArrayBuffer>> {
  const { layout, asked, bearers } = found;
  const name = layout.file.name.replace(/\.[^.]+$/u, '');
  const bytes = takesAll(layout, asked, bearers) ? await files.find(layout.file.sha256) : undefined;
  const filled =
    bytes === undefined
      ? undefined
      : await fillIn({ name: layout.file.name, fillInto: bytes, fills: fileFills(layout, asked, bearers) }, checkers)
          // Of a format that cannot be written into, the values are given all the same.
          .catch((error: unknown) => {
            if (error instanceof Refusal && error.code === 'unsupported') return undefined;
            throw error;
          });
  const extension = filled?.extension ?? '.xlsx';
  exchange.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name + extension)}`);
  return new Uint8Array(filled?.bytes ?? toWorkbook('数据', plainTable(asked, bearers)));
}
