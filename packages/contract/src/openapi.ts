import { z } from 'zod';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { refusals, type RefusalCode } from './refusal.ts';

type Schema = Record<string, unknown>;

interface ApiResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: {
    readonly description: string;
    readonly required: true;
    readonly content: ApiResponse['content'];
  };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

/** The part of OpenAPI 3.1 that this API uses. */
export interface ApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document of the endpoints, by name. `statuses` is the server's table from refusal to HTTP status. */
export function describeApi(
  endpoints: Readonly<Record<string, AnyEndpoint>>,
  statuses: Readonly<Record<RefusalCode, number>>,
): ApiDocument {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(name, endpoint, statuses),
    };
  }
  return {
    openapi: '3.1.1',
    info: { title: '轻装 Qingzhuang', version: '1', description: '给基层减负的开放接口。地址和字段只增不改。' },
    paths,
    components: { schemas: namedSchemas() },
  };
}

function operation(
  operationId: string,
  { summary, input, upload, mostBytes, reply, media, refusals: codes }: AnyEndpoint,
  statuses: Readonly<Record<RefusalCode, number>>,
): ApiOperation {
  const content = {
    ...(input && { 'application/json': { schema: schemaOf(input) } }),
    ...(upload && { 'multipart/form-data': { schema: schemaOf(upload) } }),
  };
  return {
    operationId,
    summary,
    ...(input && {
      requestBody: { description: `上限 ${mostBytes / 1024 / 1024} MiB`, required: true as const, content },
    }),
    responses: {
      200: { description: '成功', content: { [media]: { schema: schemaOf(reply) } } },
      ...problemResponses([...codes, 'internal'], statuses),
    },
  };
}

function problemResponses(
  codes: readonly RefusalCode[],
  statuses: Readonly<Record<RefusalCode, number>>,
): Record<string, ApiResponse> {
  return Object.fromEntries(
    [...new Set(codes.map((code) => statuses[code]))].map((status) => [
      status,
      {
        description: codes
          .filter((code) => statuses[code] === status)
          .map((code) => `${code}：${refusals[code].title}`)
          .join('\n'),
        content: { 'application/problem+json': { schema: schemaOf(Problem) } },
      },
    ]),
  );
}

/** A reference to a named shape; a shape without a name stands in place. */
function schemaOf(shape: z.ZodType): Schema {
  const { id } = shape.meta() ?? {};
  return id === undefined ? withoutAddress(z.toJSONSchema(shape, { io: 'input' })) : { $ref: addressOf(id) };
}

function namedSchemas(): Record<string, Schema> {
  // `io: 'input'` leaves replies open: a later version may add fields to them.
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', uri: addressOf });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

function addressOf(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Inside a document a schema's address is where it stands, and its dialect is the document's. */
function withoutAddress(schema: object): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}
