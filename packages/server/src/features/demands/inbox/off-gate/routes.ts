import { inbox } from '@qingzhuang/contract';
import type { Api } from '../../../../platform/api.ts';
import { sendStoredFiles } from '../../../../platform/stored-files.ts';
import type { DocumentTools } from '../../texts/operations.ts';
import {
  nameIssuer,
  prepareOrder,
  readOffGateDemands,
  readOrderFiles,
  readRegistrations,
  registerOrder,
} from './operations.ts';

export function offGateRoutes(api: Api, tools: DocumentTools): void {
  api.onPrepared(
    inbox.registerOrder,
    (context, given, actor) => prepareOrder(context, given, actor, tools),
    registerOrder,
  );
  api.on(inbox.listRegistrations, readRegistrations);
  api.on(inbox.listOffGateDemands, readOffGateDemands);
  api.on(inbox.nameIssuer, nameIssuer);
  api.on(inbox.listOffGateFiles, async (acting, { id }) => ({ items: await readOrderFiles(acting, id) }));
  sendStoredFiles(api, inbox.readOffGateFile, tools.files, async (acting, { id, sha256 }) =>
    (await readOrderFiles(acting, id)).find((one) => one.sha256 === sha256),
  );
}
