export { verifyCode, type CodeVerdict } from './codes/operations.ts';
export { codeRoutes } from './codes/routes.ts';
export { SLIP_STYLE } from './codes/slip.ts';
export { inboxRoutes } from './inbox/routes.ts';
export { demandRoutes } from './routes.ts';
export { demandKeeper } from './operations.ts';
export { isVisible } from './store.ts';
export { ringClocks, type Unattended } from './clocks/operations.ts';
