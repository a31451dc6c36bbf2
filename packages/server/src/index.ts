export { apiDocument } from './app.ts';
export { addCounty, HOW_TO_ADD_COUNTY, migrateDatabase, serve, type RunningServer, type ServeOptions } from './main.ts';
export { exportAudit, verifyAudit, verifyCodeOffline } from './audit-tools.ts';
export { verifyLogFile, type LogReport } from './features/audit/index.ts';
export { rotateSealKey } from './seal-tools.ts';
export { CannotStart } from './platform/cannot-start.ts';
export { systemClock } from './platform/clock.ts';
export { readConfig, type Config } from './platform/config.ts';
export { createLog } from './platform/log.ts';
