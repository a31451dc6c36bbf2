import { demands, notices, Refusal, replays } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { sendStoredFiles } from '../../platform/stored-files.ts';
import { breakGlassRoutes } from './break-glass/routes.ts';
import { readNotices } from './clocks/operations.ts';
import { consultationRoutes } from './consultations/routes.ts';
import {
  admitUpToDate,
  declareEmergency,
  draftDemand,
  mergeDemand,
  readDemand,
  reviseDemand,
  submitUpToDate,
  takeStep,
} from './operations.ts';
import { replayScreening } from './replays/operations.ts';
import {
  draftFromDocument,
  prepareDraft,
  prepareReplacement,
  replaceDocument,
  type DocumentTools,
} from './texts/operations.ts';
import { isVisible, listDemands, listFiles, listSteps } from './store.ts';

export function demandRoutes(api: Api, tools: DocumentTools): void {
  breakGlassRoutes(api);
  consultationRoutes(api);
  api.onPrepared(
    demands.draftFromFile,
    (context, dropped, actor) => prepareDraft(context, dropped, actor, tools),
    draftFromDocument,
  );
  api.onPrepared(
    demands.replaceDemandText,
    (context, dropped, actor) => prepareReplacement(context, dropped, actor, tools),
    replaceDocument,
  );
  sendStoredFiles(api, demands.readDemandFile, tools.files, async ({ db, actor }, { id, sha256 }) => {
    if (!(await isVisible(db, actor, id))) return undefined;
    const files = await listFiles(db, { county: actor.county, id });
    return files.find((one) => one.sha256 === sha256);
  });
  api.on(notices.listNotices, async (acting) => ({ items: await readNotices(acting) }));
  api.on(demands.draftDemand, (acting, draft) => draftDemand(acting, draft));
  api.on(demands.reviseDemand, reviseDemand);
  api.on(demands.readDemand, (acting, { id }) => readDemand(acting, id));
  api.on(demands.listDemands, ({ db, actor }, filter) => listDemands(db, actor, filter));
  api.on(demands.readDemandHistory, async ({ db, actor }, { id }) => {
    if (!(await isVisible(db, actor, id))) throw new Refusal('no-such-record');
    return listSteps(db, { county: actor.county, id });
  });
  api.on(replays.replayScreening, replayScreening);
  api.on(demands.submitDemand, submitUpToDate);
  api.on(demands.declareEmergency, declareEmergency);
  api.on(demands.admitDemand, admitUpToDate);
  api.on(demands.refuseDemand, (acting, { id, reason }) => takeStep(acting, id, { do: 'refuse', reason }));
  api.on(demands.mergeDemand, mergeDemand);
  api.on(demands.deferDemand, (acting, { id, ...rest }) => takeStep(acting, id, { do: 'defer', ...rest }));
  api.on(demands.reviewEmergency, (acting, { id, ...rest }) =>
    takeStep(acting, id, { do: 'review-emergency', ...rest }),
  );
  api.on(demands.startDemand, (acting, { id }) => takeStep(acting, id, { do: 'start' }));
  api.on(demands.suspendDemand, (acting, { id, reason }) => takeStep(acting, id, { do: 'suspend', reason }));
  api.on(demands.resumeDemand, (acting, { id, reason }) => takeStep(acting, id, { do: 'resume', reason }));
  api.on(demands.renewDemand, (acting, { id, ...rest }) => takeStep(acting, id, { do: 'renew', ...rest }));
  api.on(demands.closeDemand, (acting, { id }) => takeStep(acting, id, { do: 'close' }));
  api.on(demands.withdrawDemand, (acting, { id, reason }) => takeStep(acting, id, { do: 'withdraw', reason }));
}
