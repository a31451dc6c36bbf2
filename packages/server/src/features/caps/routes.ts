import { caps } from '@qingzhuang/contract';
import type { Api } from '../../platform/api.ts';
import { forecastCaps } from './forecasts/operations.ts';
import { readBearerLoad } from './loads/operations.ts';
import { exportPlan, exportPlanWorkbook, importPlan, readPlan } from './plan/operations.ts';
import { listPlanItems } from './plan/store.ts';
import { changeSetting, listSettings, readSetting } from './settings/operations.ts';
import { grantCap, listCaps, readCap, transferCap } from './yearly/operations.ts';

export function capRoutes(api: Api): void {
  api.on(caps.listSettings, listSettings);
  api.on(caps.readSetting, (acting, { key }) => readSetting(acting, key));
  api.on(caps.changeSetting, changeSetting);
  api.on(caps.listCaps, listCaps);
  // Before one cap by its measure: the last step of this address is none.
  api.on(caps.forecastCaps, forecastCaps);
  api.on(caps.readCap, readCap);
  api.on(caps.grantCap, grantCap);
  api.on(caps.transferCap, transferCap);
  api.on(caps.listPlanItems, ({ db, actor }, filter) => listPlanItems(db, actor.county, filter));
  api.onPrepared(caps.importPlan, (_, request) => readPlan(request), importPlan);
  api.on(caps.exportPlan, exportPlan);
  api.on(caps.exportPlanWorkbook, exportPlanWorkbook);
  api.on(caps.readBearerLoad, readBearerLoad);
}
