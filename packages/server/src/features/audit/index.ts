export type { LogReport } from './log-check.ts';
export { listKeys, sequenceLog } from './operations.ts';
export { auditRoutes } from './routes.ts';
export { listCounties } from './store.ts';
export { exportLog, verifyLogFile, verifyStoredLog } from './verification/operations.ts';
