export { verifyCode, type CodeVerdict } from './codes/operations.ts';
export { codeRoutes } from './codes/routes.ts';
export { SLIP_STYLE } from './codes/slip.ts';
export { inboxRoutes } from './inbox/routes.ts';
export { consultationRoutes } from './consultations/routes.ts';
export { demandRoutes } from './routes.ts';
export { changeSuperior } from './operations.ts';
export { isVisible, visibleTo } from './store.ts';
export { ringClocks, type Unattended } from './clocks/operations.ts';
