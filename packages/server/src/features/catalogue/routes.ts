import { catalogue, facts, Refusal, type Page } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Api } from '../../platform/api.ts';
import type { Acting } from '../../platform/context.ts';
import { readCursor, rowsFor, toPage } from '../../platform/cursor.ts';
import type { Seals } from '../../platform/sealed.ts';
import { namesOf } from '../organisations/index.ts';
import { installStarter, nameOwner, readElement } from './elements/operations.ts';
import { listElements, listShownElements } from './elements/store.ts';
import {
  exportElementCatalogue,
  exportElements,
  exportElementWorkbook,
  importElements,
  listPortable,
  readElementFile,
} from './exchange/operations.ts';
import { readConflicts, resolveConflict } from './facts/conflicts/operations.ts';
import { listLookUps } from './facts/looks/store.ts';
import { chooseElements, knownShare } from './facts/operations.ts';
import { mayCount } from './facts/sight.ts';
import { listBatches } from './facts/store.ts';
import { endSubject, restoreSubject } from './facts/subjects/ends/operations.ts';
import { correctFact, readFactHistory, readSubject, readSubjects } from './facts/subjects/operations.ts';
import { approveProposal, listShownProposals, proposeElement, refuseProposal } from './proposals/operations.ts';
import { importRegister, readRegisterFile } from './registers/operations.ts';
import { grantSharing, readGrants, withdrawSharing } from './sharing/operations.ts';
import { pushFacts, queryFacts } from './systems/operations.ts';

/** The catalogue of a county, and what it holds by it. */
export function catalogueRoutes(api: Api, { seals }: { readonly seals: Seals }): void {
  elementRoutes(api);
  factRoutes(api, seals);
}

function elementRoutes(api: Api): void {
  api.on(catalogue.listElements, ({ db, actor }, filter) => listShownElements(db, actor.county, filter));
  // Before one element by its key: the last step of these addresses is none.
  api.on(catalogue.exportElements, exportElements);
  api.on(catalogue.exportElementWorkbook, exportElementWorkbook);
  api.on(catalogue.exportElementList, listPortable);
  api.on(catalogue.exportElementCatalogue, exportElementCatalogue);
  api.on(catalogue.listProposals, listShownProposals);
  api.on(catalogue.readElement, (acting, { key }) => readElement(acting, key));
  api.on(catalogue.nameOwner, nameOwner);
  api.on(catalogue.installStarter, installStarter);
  api.onPrepared(catalogue.importElements, (_, request) => readElementFile(request), importElements);
  api.on(catalogue.proposeElement, proposeElement);
  api.on(catalogue.approveProposal, approveProposal);
  api.on(catalogue.refuseProposal, refuseProposal);
  api.on(catalogue.listGrants, (acting, { key }) => readGrants(acting, key));
  api.on(catalogue.grantSharing, grantSharing);
  api.on(catalogue.withdrawSharing, withdrawSharing);
}

function factRoutes(api: Api, seals: Seals): void {
  api.on(facts.listSubjects, (acting, ask) => readSubjects(acting, seals, ask));
  api.on(facts.readSubject, (acting, ask) => readSubject(acting, seals, ask));
  api.on(facts.readFactHistory, (acting, ask) => readFactHistory(acting, seals, ask));
  api.on(facts.correctFact, (acting, correction) => correctFact(acting, seals, correction));
  api.on(facts.endSubject, endSubject);
  api.on(facts.restoreSubject, restoreSubject);
  api.on(facts.listConflicts, (acting, filter) => readConflicts(acting, seals, filter));
  api.on(facts.resolveConflict, (acting, resolution) => resolveConflict(acting, seals, resolution));
  api.onPrepared(
    facts.importRegister,
    (_, request, actor) => readRegisterFile(request, actor),
    (acting, register) => importRegister(acting, seals, register),
  );
  api.on(facts.listFactBatches, readBatches);
  api.on(facts.pushFacts, (acting, push) => pushFacts(acting, seals, push));
  api.on(facts.queryFacts, (acting, query) => queryFacts(acting, seals, query));
  api.on(facts.listLookUps, ({ db, actor }, filter) => listLookUps(db, actor.county, filter));
  api.on(facts.listKnownShares, readKnownShares);
}

async function readBatches(
  { db, actor }: Acting,
  filter: { readonly limit?: number; readonly cursor?: string; readonly kind?: facts.SourceKind },
): Promise<Page<facts.FactBatch>> {
  const before = readCursor(filter, z.int());
  const { kind } = filter;
  const part = { most: rowsFor(filter), ...(kind !== undefined && { kind }), ...(before !== undefined && { before }) };
  return toPage(await listBatches(db, actor.county, part), filter, ({ id }) => id);
}

async function readKnownShares(
  acting: Acting,
  { unit, elements: keys }: { readonly unit: string; readonly elements?: readonly string[] },
): Promise<{ readonly items: readonly facts.KnownShare[] }> {
  const { db, actor } = acting;
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('no-such-record');
  const all = await listElements(db, actor.county);
  const asked = keys === undefined ? all : chooseElements(all, keys);
  const elements = asked.filter((element) => mayCount(actor.posts, element, unit));
  const shares = await knownShare(acting, { county: actor.county, units: [unit], elements });
  return { items: keys === undefined ? shares.filter(({ known }) => known > 0) : shares };
}
