import { inbox, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../../../platform/api.ts';
import type { DocumentTools } from '../../operations.ts';
import { nameIssuer, prepareOrder, readOffGateDemands, readRegistrations, registerOrder } from './operations.ts';
import { getOffGateDemand, listOffGateFiles } from './store.ts';

export function offGateRoutes(api: Api, tools: DocumentTools): void {
  api.onPrepared(
    inbox.registerOrder,
    (context, given, actor) => prepareOrder(context, given, actor, tools),
    registerOrder,
  );
  api.on(inbox.listRegistrations, readRegistrations);
  api.on(inbox.listOffGateDemands, readOffGateDemands);
  api.on(inbox.nameIssuer, nameIssuer);
  api.on(inbox.listOffGateFiles, async ({ db, actor }, { id }) => {
    await getOffGateDemand(db, actor.county, id);
    return { items: await listOffGateFiles(db, actor.county, id) };
  });
  api.on(inbox.readOffGateFile, async ({ db, actor }, { id, sha256 }, exchange) => {
    const file = (await listOffGateFiles(db, actor.county, id)).find((one) => one.sha256 === sha256);
    const bytes = file === undefined ? undefined : await tools.files.find(sha256);
    if (file === undefined || bytes === undefined) throw new Refusal('no-such-record');
    exchange.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return bytes;
  });
}
