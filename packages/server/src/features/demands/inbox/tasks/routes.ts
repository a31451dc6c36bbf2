import { inbox } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import type { Api } from '../../../../platform/api.ts';
import type { FileStore } from '../../../../platform/files.ts';
import { sendStoredFiles } from '../../../../platform/stored-files.ts';
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
  sendStoredFiles(api, inbox.readAnswerFile, files, async (acting, { id, unit, sha256 }) => {
    await assertMayReadAnswer(acting, id, unit);
    return findAnswerFile(acting.db, { county: acting.actor.county, demand: id, unit }, sha256);
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
