import { inbox, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../../../platform/api.ts';
import type { DocumentTools } from '../../operations.ts';
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
  api.on(inbox.readOffGateFile, async (acting, { id, sha256 }, exchange) => {
    const file = (await readOrderFiles(acting, id)).find((one) => one.sha256 === sha256);
    const bytes = file === undefined ? undefined : await tools.files.find(sha256);
    if (file === undefined || bytes === undefined) throw new Refusal('no-such-record');
    exchange.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return bytes;
  });
}
