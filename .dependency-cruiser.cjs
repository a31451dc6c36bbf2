/** The boundaries of docs/ARCHITECTURE.md. npm hoists, so an undeclared import resolves: these rules are the wall. */
const FEATURE = '^packages/server/src/features/([^/]+)/';
const EDGE = '/(store|operations|routes|index|worker)\\.ts$|\\.test\\.tsx?$';
const TEST_CODE = '\\.test\\.tsx?$|/testing/';
const NODE_MODULES = 'node_modules/';

const forbidden = [
  { name: 'no-circular', from: {}, to: { circular: true } },
  {
    name: 'no-test-code-in-the-product',
    from: { path: '^packages/[^/]+/src/', pathNot: TEST_CODE },
    to: { path: TEST_CODE },
  },
  {
    name: 'analysis-stands-alone',
    from: { path: '^packages/analysis/src/', pathNot: TEST_CODE },
    to: { pathNot: '^packages/analysis/src/' },
  },
  {
    name: 'contract-holds-shapes-only',
    from: { path: '^packages/contract/src/', pathNot: TEST_CODE },
    to: { pathNot: '^packages/(contract|analysis)/src/|node_modules/zod/' },
  },
  {
    name: 'web-meets-server-over-http-only',
    from: { path: '^packages/web/src/', pathNot: TEST_CODE },
    to: { path: '^packages/(server|cli)/|^(node:|fs|path|child_process|os|crypto)' },
  },
  {
    name: 'web-features-meet-in-the-app',
    from: { path: '^packages/web/src/features/([^/]+)/' },
    to: { path: '^packages/web/src/features/([^/]+)/', pathNot: '^packages/web/src/features/$1/' },
  },
  {
    name: 'server-knows-no-caller',
    from: { path: '^packages/(server|readers|contract)/src/' },
    to: { path: '^packages/(web|cli)/' },
  },
  {
    name: 'platform-knows-no-feature',
    from: { path: '^packages/server/src/platform/', pathNot: TEST_CODE },
    to: { path: FEATURE },
  },
  {
    name: 'features-meet-at-index',
    from: { path: FEATURE },
    to: { path: FEATURE, pathNot: '^packages/server/src/features/($1/|[^/]+/index\\.ts$)' },
  },
  {
    name: 'decisions-are-pure',
    from: { path: FEATURE, pathNot: EDGE },
    to: { pathNot: '^packages/(contract|analysis)/src|^packages/server/src/features/$1/' },
  },
  {
    name: 'decisions-load-no-store',
    from: { path: FEATURE, pathNot: EDGE },
    to: { path: '/(store|operations|routes)\\.ts$|^packages/server/src/platform/db\\.ts$', reachable: true },
  },
  {
    name: 'sql-in-stores-only',
    from: { path: '^packages/server/src', pathNot: '/store\\.ts$|/platform/|/testing/|\\.test\\.ts$' },
    to: { path: `${NODE_MODULES}(kysely|pg)/` },
  },
  {
    name: 'http-in-platform-only',
    from: {
      path: '^packages/server/src',
      pathNot: '/platform/api\\.ts$|/src/(app|main)\\.ts$|/testing/|\\.test\\.ts$',
    },
    to: { path: `${NODE_MODULES}(hono|@hono)/` },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // Type imports count: a type is knowledge too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: NODE_MODULES },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
