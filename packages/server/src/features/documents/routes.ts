import { documents, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { compareFound, findChain } from './chain/operations.ts';
import { levelsAbove } from './document.ts';
import { addDocument, prepareReceived } from './operations.ts';
import { findDocument, listDocuments } from './store.ts';
import {
  chooseSuperior,
  prepareChoice,
  readSuperior,
  type DemandKeeper,
  type LibraryTools,
} from './superiors/operations.ts';

/** The library, and what the texts of demands were taken from. */
export function documentRoutes(api: Api, tools: LibraryTools, keeper: DemandKeeper): void {
  const { checkers } = tools;
  const { visibleTo } = keeper;
  api.onPrepared(
    documents.addDocument,
    (context, received, { county }) => prepareReceived(context, received, county, checkers),
    addDocument,
  );
  api.on(documents.listDocuments, ({ db, actor }, { level, above, ...filter }) => {
    const levels = above === undefined ? undefined : levelsAbove(above);
    const only = level === undefined ? levels : [level].filter((one) => levels?.includes(one) ?? true);
    return listDocuments(db, actor, visibleTo, { ...filter, ...(only !== undefined && { levels: only }) });
  });
  api.on(documents.readDocument, async ({ db, actor }, { id }) => {
    const document = await findDocument(db, actor, visibleTo, id);
    if (document === undefined) throw new Refusal('no-such-record');
    return document;
  });
  api.on(documents.readSuperior, (acting, { id }) => readSuperior(acting, visibleTo, id));
  api.onPrepared(
    documents.chooseSuperior,
    (context, choice, actor) => prepareChoice(context, choice, actor, { ...tools, visibleTo }),
    (acting, choice) => chooseSuperior(acting, choice, keeper),
  );
  api.onFollowed(
    documents.readChain,
    (acting, { id }) => findChain(acting, visibleTo, id),
    (found) => compareFound(found, checkers),
  );
}
