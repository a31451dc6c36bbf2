import { FINGERPRINT_VERSION } from '@qingzhuang/analysis';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db.ts';
import { toColumn } from '../fingerprint-column.ts';

export interface StoredText {
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
}

/** So many documents are made anew in one transaction; long texts make it fewer. */
const MOST_DOCUMENTS = 200;
const MOST_CHARACTERS = 2_000_000;

/** The texts of a county that come after this one in the order of their ids. */
export async function listTextsAfter(db: Db, county: string, after: string): Promise<StoredText[]> {
  const { rows } = await sql<StoredText>`
    with next as (
      select id, sha256, text from document where county = ${county} and id > ${after}::uuid
      order by id limit ${MOST_DOCUMENTS}
    ), counted as (
      select *, sum(length(text)) over (order by id) - length(text) as before from next
    )
    select id, text, sha256 from counted where before <= ${MOST_CHARACTERS} order by id`.execute(db);
  return rows;
}

/** Replaces the fingerprints of a text; one that was corrected meanwhile has its own already. */
export async function replaceFingerprints(
  db: Db,
  county: string,
  { id, sha256 }: StoredText,
  fingerprints: Uint32Array,
): Promise<void> {
  await db
    .updateTable('document')
    .set({ fingerprints: toColumn(fingerprints), fingerprintVersion: FINGERPRINT_VERSION })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('sha256', '=', sha256)
    .execute();
}
