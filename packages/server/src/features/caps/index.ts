export { ceilingLeft } from './loads/ceiling.ts';
export { minutesInMonth } from './loads/store.ts';
export { capRoutes } from './routes.ts';
export { findNoMeetingReason } from './settings/no-meeting-days.ts';
export { settingsOn } from './settings/store.ts';
export { isOverCap, type CapsLeft } from './yearly/cap.ts';
export { capsLeft, giveBackCap, spendCap } from './yearly/operations.ts';
