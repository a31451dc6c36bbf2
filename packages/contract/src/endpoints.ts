import { checkDocument } from './check.ts';
import * as demands from './demands.ts';
import type { AnyEndpoint } from './endpoint.ts';
import { reportLiveness, reportMetrics, reportReadiness } from './health.ts';
import { readApiDocument, readApiPage } from './reference.ts';

/** Every endpoint of the API, by the name it has everywhere. */
export const endpoints = {
  checkDocument,
  readApiDocument,
  readApiPage,
  reportLiveness,
  reportReadiness,
  reportMetrics,
  draftDemand: demands.draftDemand,
  reviseDemand: demands.reviseDemand,
  readDemand: demands.readDemand,
  listDemands: demands.listDemands,
  readDemandHistory: demands.readDemandHistory,
  submitDemand: demands.submitDemand,
  declareEmergency: demands.declareEmergency,
  admitDemand: demands.admitDemand,
  refuseDemand: demands.refuseDemand,
  mergeDemand: demands.mergeDemand,
  deferDemand: demands.deferDemand,
  reviewEmergency: demands.reviewEmergency,
  startDemand: demands.startDemand,
  suspendDemand: demands.suspendDemand,
  resumeDemand: demands.resumeDemand,
  renewDemand: demands.renewDemand,
  closeDemand: demands.closeDemand,
  withdrawDemand: demands.withdrawDemand,
} as const satisfies Record<string, AnyEndpoint>;
