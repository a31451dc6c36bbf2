import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';

const CLOCK = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the time as an argument.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take the time as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Take a seeded generator as an argument.',
  },
];
const ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Only main.ts reads the environment.',
};
const ENUM = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' };
const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const SYNTAX = [DEFAULT_EXPORT, ENUM, ...CLOCK, ENVIRONMENT];

/** Files at the edge of the program: they read the environment and the clock, print, and end the process. */
const EDGE = ['packages/*/src/main.{ts,tsx}', 'packages/*/bin/*', 'packages/*/eval/**', 'tools/**', 'bench/**'];
const TESTS = ['**/*.test.{ts,tsx}', 'packages/*/src/testing/**'];
const CONFIGURATION = ['*.config.{js,ts}', '.*.cjs', 'packages/*/*.config.{js,ts}'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/node_modules/', '**/*.gen.ts', 'data/', 'test-results/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    extends: [configs.strictTypeChecked, configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['packages/*/tsconfig.json', 'packages/*/tsconfig.test.json', 'tools/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Marked only to stand out: an identity provider on the same machine needs no TLS.
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [
            { from: 'package', package: 'openid-client', name: 'allowInsecureRequests' },
            // Of a whole body that lies in memory already, within its limit.
            { from: 'package', package: 'undici-types', name: 'formData' },
          ],
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'func-style': ['error', 'declaration'],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      complexity: ['error', 10],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      'no-restricted-syntax': ['error', ...SYNTAX],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      // A row of a table of cases has as many columns as it needs.
      'max-params': ['error', 6],
    },
  },
  {
    files: ['packages/*/src/**/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM, ENVIRONMENT] },
  },
  {
    files: EDGE,
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM] },
  },
  {
    files: TESTS,
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENUM, ...CLOCK] },
  },
  {
    files: CONFIGURATION,
    rules: { 'no-restricted-syntax': ['error', ENUM] },
  },
);
