import { forms, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { assessForm } from './assessment/operations.ts';
import { findOwnFile, findSentFile, writeFile } from './exporting/operations.ts';
import { editFill } from './filling/editing/operations.ts';
import { fillsFor } from './filling/operations.ts';
import { readFill, readFillRows } from './filling/reading/operations.ts';
import { approveFill, reopenFill, sendBackFill, submitFill, type AnswerFor } from './filling/sending/operations.ts';
import { listAwaiting } from './filling/sending/store.ts';
import {
  attachForm,
  decideForm,
  prepareForm,
  readLayout,
  removeForm,
  type DemandKeeper,
  type FormTools,
} from './layout/operations.ts';
import { exportReuse, readReuse } from './reuse/operations.ts';

/** Forms of demands: what they ask, what is held already, and how bearers answer them. */
export function formRoutes(api: Api, tools: FormTools, keeper: DemandKeeper & { readonly answerFor: AnswerFor }): void {
  const { visibleTo } = keeper;
  const sending = { seals: tools.seals, answerFor: keeper.answerFor };
  api.on(forms.readFormLayout, (acting, { id }) => readLayout(acting, id, keeper));
  api.onPrepared(
    forms.attachForm,
    (context, attached, actor) => prepareForm(context, attached, actor, { ...tools, visibleTo }),
    (acting, prepared) => attachForm(acting, prepared, tools, keeper),
  );
  api.on(forms.decideForm, (acting, decisions) => decideForm(acting, decisions, tools, keeper));
  api.on(forms.removeForm, (acting, { id }) => removeForm(acting, id, keeper));
  api.on(forms.assessForm, (acting, { id }) => assessForm(acting, id, visibleTo));
  api.on(forms.readReuse, readReuse);
  api.on(forms.exportReuse, exportReuse);
  api.on(forms.readFill, (acting, which) => readFill(acting, tools.seals, which));
  api.on(forms.readFillRows, (acting, which) => readFillRows(acting, tools.seals, which));
  api.on(forms.editFill, (acting, edits) => editFill(acting, tools.seals, edits));
  api.on(forms.submitFill, (acting, deed) => submitFill(acting, deed, sending));
  api.on(forms.reopenFill, (acting, deed) => reopenFill(acting, deed, sending));
  api.on(forms.approveFill, (acting, deed) => approveFill(acting, deed, sending));
  api.on(forms.sendBackFill, (acting, deed) => sendBackFill(acting, deed, sending));
  api.on(forms.listAwaitingFills, ({ db, actor }, page) => {
    if (!fillsFor(actor, page.unit)) throw new Refusal('no-such-record');
    return listAwaiting(db, actor.county, page);
  });
  api.onFollowed(
    forms.exportFill,
    (acting, which) => findOwnFile(acting, which, tools),
    (found, exchange) => writeFile(found, exchange, tools),
  );
  api.onFollowed(
    forms.exportFills,
    (acting, which) => findSentFile(acting, which, tools, keeper),
    (found, exchange) => writeFile(found, exchange, tools),
  );
}
