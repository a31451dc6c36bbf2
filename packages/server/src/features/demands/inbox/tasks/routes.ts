import { inbox, Refusal } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import type { Api } from '../../../../platform/api.ts';
import type { FileStore } from '../../../../platform/files.ts';
import { handInFile, maySeeBearer, prepareFile, readInbox } from '../operations.ts';
import {
  answerTask,
  assertMayFollow,
  listBearerStatuses,
  noteTime,
  openTask,
  readReturnPersons,
  readTask,
  returnTask,
  settleReturn,
} from './operations.ts';
import { findAnswerFile } from './store.ts';

export function taskRoutes(api: Api, files: FileStore): void {
  api.on(inbox.readInbox, (acting, { unit }) => readInbox(acting, unit));
  api.on(inbox.readTask, (acting, { unit, demand }) => readTask(acting, unit, demand));
  api.on(inbox.openTask, openTask);
  api.on(inbox.noteTime, noteTime);
  api.on(inbox.answerTask, answerTask);
  api.on(inbox.returnTask, returnTask);
  api.onPrepared(inbox.handInFile, (context, given, actor) => prepareFile(context, given, actor, files), handInFile);
  api.on(inbox.listBearerStatuses, (acting, { id }) => listBearerStatuses(acting, id));
  api.on(inbox.readAnswerFile, async (acting, { id, unit, sha256 }, exchange) => {
    await assertMayReadAnswer(acting, id, unit);
    const file = await findAnswerFile(acting.db, { county: acting.actor.county, demand: id, unit }, sha256);
    const bytes = file === undefined ? undefined : await files.find(sha256);
    if (file === undefined || bytes === undefined) throw new Refusal('no-such-record');
    exchange.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return bytes;
  });
  api.on(inbox.acceptReturn, (acting, which) => settleReturn(acting, which, { do: 'accept-return' }));
  api.on(inbox.answerReturn, (acting, { note, ...which }) =>
    settleReturn(acting, which, { do: 'answer-return', note }),
  );
  api.on(inbox.listReturnPersons, async (acting, { id }) => ({ items: await readReturnPersons(acting, id) }));
}

/** The bearer's own answer is open to the bearer and to those above it; otherwise to issuer and watchers. */
async function assertMayReadAnswer(acting: Acting, id: string, unit: string): Promise<void> {
  if (!maySeeBearer(acting.actor, unit)) await assertMayFollow(acting, id);
}
