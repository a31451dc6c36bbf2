export { announceSteps } from './operations.ts';
export {
  createDeliverer,
  deliverAll,
  deliverDue,
  forgetDeliveries,
  resealWebhooks,
  type DeliveryParts,
} from './delivering/operations.ts';
export { webhookRoutes } from './routes.ts';
