export { ceilingOf } from './loads/operations.ts';
export { explain as explainForecast, forecast as forecastYear } from './forecasts/forecast.ts';
export { capRoutes } from './routes.ts';
export { findNoMeetingReason } from './settings/no-meeting-days.ts';
export { datedSettings } from './settings/operations.ts';
export { settingsOn } from './settings/store.ts';
export { capsLeft, giveBackCap, spendCap } from './yearly/operations.ts';
