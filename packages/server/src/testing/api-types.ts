import type { ApiDocument, ApiOperation } from '@qingzhuang/contract';
import openapiTs, { astToString } from 'openapi-typescript';
import { factory } from 'typescript';

/** What the story over the API calls; the types of the whole API would be ten times as long. */
const TOLD: ReadonlySet<string> = new Set([
  ...['readMe', 'createToken', 'readCap', 'grantCap', 'listCaps', 'readOverview', 'readCode'],
  ...['draftFromFile', 'reviseDemand', 'submitDemand', 'admitDemand', 'startDemand', 'readDemand', 'readDemandHistory'],
  ...[
    'readInbox',
    'readTask',
    'openTask',
    'answerTask',
    'returnTask',
    'listBearerStatuses',
    'registerOrder',
    'listKeys',
  ],
]);

/** The types that a client generates from the API's document, for what the story calls. */
export async function describeApiTypes(document: ApiDocument): Promise<string> {
  const tree = await openapiTs(JSON.stringify(onlyTold(document)), {
    // JSON Schema has no word for a file but text.
    transform: ({ format }) => (format === 'binary' ? factory.createTypeReferenceNode('Blob') : undefined),
  });
  // What the document has none of is still named; nobody asks for it.
  return astToString(tree).replaceAll(/^export type [\w$]+ = Record<string, never>;\n/gmu, '');
}

/** The document without other operations, and without the shapes that only those use. */
function onlyTold(document: ApiDocument): object {
  const paths = Object.entries(document.paths).map(([path, methods]) => [path, pick(methods, isTold)] as const);
  const told = Object.fromEntries(paths.filter(([, methods]) => Object.keys(methods).length > 0));
  const { schemas, ...components } = document.components;
  const used = new Set<string>();
  addUsed(used, told, schemas);
  return {
    ...document,
    paths: told,
    webhooks: {},
    components: { ...components, schemas: pick(schemas, (_, name) => used.has(name)) },
  };
}

function isTold({ operationId }: ApiOperation): boolean {
  return TOLD.has(operationId);
}

function addUsed(used: Set<string>, part: object, schemas: Readonly<Record<string, object>>): void {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (used.has(name)) continue;
    used.add(name);
    addUsed(used, schemas[name] ?? {}, schemas);
  }
}

function pick<Value>(
  from: Readonly<Record<string, Value>>,
  isWanted: (value: Value, name: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([name, value]) => isWanted(value, name)));
}
