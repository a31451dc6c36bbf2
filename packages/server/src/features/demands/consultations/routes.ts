import { consultations, demands } from '@qingzhuang/contract';
import type { Api } from '../../../platform/api.ts';
import {
  consultDemand,
  giveOpinion,
  listAmendments,
  listInvitations,
  proposeAmendment,
  readConsultation,
  replyToAmendment,
  replyToOpinion,
} from './operations.ts';

export function consultationRoutes(api: Api): void {
  api.on(demands.consultDemand, consultDemand);
  api.on(consultations.readConsultation, (acting, { id }) => readConsultation(acting, id));
  api.on(consultations.replyToOpinion, replyToOpinion);
  api.on(consultations.listInvitations, (acting, { unit }) => listInvitations(acting, unit));
  api.on(consultations.giveOpinion, giveOpinion);
  api.on(consultations.proposeAmendment, proposeAmendment);
  api.on(consultations.listAmendments, listAmendments);
  api.on(consultations.replyToAmendment, replyToAmendment);
}
