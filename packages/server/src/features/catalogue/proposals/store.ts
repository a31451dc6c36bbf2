import type { catalogue } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../platform/cursor.ts';
import type { Db } from '../../../platform/db.ts';
import type { ProposalState } from './proposal.ts';

/** A proposal with the words about it. */
export interface ProposalRow extends ProposalState {
  readonly unitName: string | null;
  readonly reason: string;
  readonly decisionReason: string | null;
  readonly madeAt: string;
  readonly decidedAt: string | null;
}

export type NewProposal = Omit<ProposalState, 'state'> & { readonly reason: string; readonly at: string };

export async function insertProposal(db: Db, county: string, proposal: NewProposal): Promise<void> {
  const { content, ...rest } = proposal;
  await db
    .insertInto('elementProposal')
    .values({ county, ...rest, content: content === null ? null : JSON.stringify(content) })
    .execute();
}

/** Undefined where there is none. */
export async function findProposal(db: Db, county: string, id: string): Promise<ProposalRow | undefined> {
  const row = await proposals(db, county).where('made.id', '=', id).executeTakeFirst();
  return row && toProposal(row);
}

export interface ProposalFilter extends PageRequest {
  readonly state?: catalogue.Proposal['state'];
  readonly key?: string;
}

/** The last ones first, with the cursor of those before. */
export async function listProposals(
  db: Db,
  county: string,
  filter: ProposalFilter,
): Promise<{ readonly items: readonly ProposalRow[]; readonly next: string | null }> {
  const after = readCursor(filter, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await proposals(db, county)
    .$if(filter.key !== undefined, (query) => query.where('made.key', '=', filter.key ?? ''))
    .$if(filter.state !== undefined, (query) => query.where(STATE, '=', filter.state ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('made.at', 'made.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('made.at', 'desc')
    .orderBy('made.id', 'desc')
    .limit(rowsFor(filter))
    .execute();
  return toPage(rows.map(toProposal), filter, ({ madeAt, id }) => [madeAt, id]);
}

const STATE = sql<string>`case decided.approved when true then 'approved' when false then 'refused' else 'open' end`;

function proposals(db: Db, county: string) {
  return db
    .selectFrom('elementProposal as made')
    .leftJoin('elementDecision as decided', (join) =>
      join.onRef('decided.county', '=', 'made.county').onRef('decided.proposal', '=', 'made.id'),
    )
    .leftJoin('unit', (join) => join.onRef('unit.county', '=', 'made.county').onRef('unit.code', '=', 'made.unit'))
    .select([
      ...(['made.id', 'made.what', 'made.key', 'made.content', 'made.heir', 'made.owner', 'made.version'] as const),
      ...(['made.unit', 'made.reason', 'made.person', 'made.at as madeAt', 'unit.name as unitName'] as const),
      ...(['decided.reason as decisionReason', 'decided.at as decidedAt'] as const),
      STATE.as('state'),
    ])
    .where('made.county', '=', county);
}

/** The checks of the tables say the same of kinds and states, and the content was valid when it was written. */
function toProposal(row: object): ProposalRow {
  return row as ProposalRow;
}

/** A decision; undefined when another one was first. */
export async function insertDecision(
  db: Db,
  county: string,
  decision: {
    readonly proposal: string;
    readonly approved: boolean;
    readonly reason: string | null;
    readonly person: string;
    readonly at: string;
  },
): Promise<boolean> {
  const row = await db
    .insertInto('elementDecision')
    .values({ county, ...decision })
    .onConflict((conflict) => conflict.doNothing())
    .returning('proposal')
    .executeTakeFirst();
  return row !== undefined;
}
