import { z } from 'zod';
import { stepsOf, type AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { refusals, type RefusalCode } from './refusal.ts';
import { webhookDescriptions } from './webhook-events.ts';

type Schema = Record<string, unknown>;

interface ApiResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  /** Nothing for anyone; the roles are scopes of the bearer token and of the session's cookie. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: {
    readonly description: string;
    readonly required: true;
    readonly content: ApiResponse['content'];
  };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

/** A message to an address that an administrator has named. */
export interface ApiWebhook {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly ApiParameter[];
  readonly requestBody: NonNullable<ApiOperation['requestBody']>;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The part of OpenAPI 3.1 that this API uses. */
export interface ApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  /** What the program sends of itself, by event type. */
  readonly webhooks: Readonly<Record<string, Readonly<Record<'post', ApiWebhook>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, Schema>>;
  };
}

/** The OpenAPI document of the endpoints, by name. `statuses` is the server's table from refusal to HTTP status. */
export function describeApi(
  endpoints: Readonly<Record<string, AnyEndpoint>>,
  statuses: Readonly<Record<RefusalCode, number>>,
): ApiDocument {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const address = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [endpoint.method.toLowerCase()]: operation(name, endpoint, statuses) };
  }
  return {
    openapi: '3.1.1',
    info: { title: '轻装 Qingzhuang', version: '1', description: '给基层减负的开放接口。地址和字段只增不改。' },
    paths,
    webhooks: describeWebhooks(),
    components: { schemas: namedSchemas(), securitySchemes: SECURITY_SCHEMES },
  };
}

/** The name of the cookie that a session lives in. */
export const SESSION_COOKIE = 'qingzhuang.session';

const SECURITY_SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: '登录后的网页会话' },
  token: { type: 'http', scheme: 'bearer', description: '访问令牌，在“我的账号”中生成' },
};

/** All that an endpoint may refuse: what it names itself, and what its access, its input and its version imply. */
export function refusalsOf({ access, input, method, versioned, refusals: own }: AnyEndpoint): RefusalCode[] {
  const writes = method !== 'GET';
  const implied: readonly [boolean, readonly RefusalCode[]][] = [
    [input !== undefined, ['invalid-input']],
    [input !== undefined && writes, ['malformed-json', 'too-large', 'unsupported-media-type']],
    [access !== 'anyone', ['not-signed-in', 'busy']],
    [typeof access !== 'string', ['not-allowed']],
    [access !== 'anyone' && writes, ['cross-site', 'key-reused']],
    [versioned && writes, ['stale', 'version-needed']],
    [true, ['internal']],
  ];
  return [...own, ...implied.flatMap(([applies, codes]) => (applies ? codes : []))];
}

function operation(
  operationId: string,
  endpoint: AnyEndpoint,
  statuses: Readonly<Record<RefusalCode, number>>,
): ApiOperation {
  const { summary, method, input, reply, media, access } = endpoint;
  const parameters = parametersOf(endpoint);
  const roles = typeof access === 'string' ? [] : access;
  return {
    operationId,
    summary,
    security: access === 'anyone' ? [] : [{ session: roles }, ...(access === 'in-person' ? [] : [{ token: roles }])],
    ...(parameters.length > 0 && { parameters }),
    ...(input && method !== 'GET' && { requestBody: bodyOf(endpoint, input) }),
    responses: {
      200: { description: '成功', content: { [media]: { schema: schemaOf(reply) } } },
      ...problemResponses(refusalsOf(endpoint), statuses),
    },
  };
}

function describeWebhooks(): ApiDocument['webhooks'] {
  return Object.fromEntries(
    webhookDescriptions.map(({ type, summary, body }) => [
      type,
      {
        post: {
          operationId: type,
          summary,
          parameters: [
            headerOf('webhook-id', '事件编号：重发时不变'),
            headerOf('webhook-timestamp', '发出的时刻，Unix 秒'),
            headerOf('webhook-signature', '签名，以空格分开，任一对得上即可（Standard Webhooks）'),
          ],
          requestBody: {
            description: '不保证先后次序，可能重复，以 id 去重',
            required: true as const,
            content: { 'application/cloudevents+json': { schema: schemaOf(body) } },
          },
          responses: { '2XX': { description: '已收到；其他回复或 15 秒内没有回复，按退避间隔重试约 3 天' } },
        },
      },
    ]),
  );
}

function headerOf(name: string, description: string): ApiParameter {
  return { name, in: 'header', required: true, schema: { type: 'string', description } };
}

function bodyOf({ path, upload, mostBytes }: AnyEndpoint, input: z.ZodType): NonNullable<ApiOperation['requestBody']> {
  const steps = stepsOf(path);
  function bodySchema(shape: z.ZodType): Schema {
    // The steps of the path are no part of the body.
    return steps.length === 0 ? schemaOf(shape) : without(inlineSchemaOf(shape), steps);
  }
  return {
    description: `上限 ${mostBytes / 1024 / 1024} MiB`,
    required: true,
    content: {
      'application/json': { schema: bodySchema(input) },
      ...(upload && { 'multipart/form-data': { schema: bodySchema(upload) } }),
    },
  };
}

function parametersOf({ method, path, access, versioned, confidential, input }: AnyEndpoint): ApiParameter[] {
  const steps = stepsOf(path);
  const { properties = {}, required = [] }: ObjectSchema = input === undefined ? {} : inlineSchemaOf(input);
  const named = Object.entries(properties)
    .filter(([name]) => method === 'GET' || steps.includes(name))
    .map(([name, schema]) => ({
      name,
      in: steps.includes(name) ? ('path' as const) : ('query' as const),
      required: steps.includes(name) || required.includes(name),
      schema,
    }));
  const writes = method !== 'GET' && access !== 'anyone';
  const text = { type: 'string' };
  return [
    ...named,
    ...(writes && !confidential
      ? [{ name: 'Idempotency-Key', in: 'header' as const, required: false, schema: text }]
      : []),
    ...(writes && versioned ? [{ name: 'If-Match', in: 'header' as const, required: true, schema: text }] : []),
  ];
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function without(schema: Schema & ObjectSchema, steps: readonly string[]): Schema {
  const { properties = {}, required = [], ...rest } = schema;
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !steps.includes(name))),
    required: required.filter((name) => !steps.includes(name)),
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
  return id === undefined ? inlineSchemaOf(shape) : { $ref: addressOf(id) };
}

/** Named shapes inside stay references; the shape itself stands in place even if it has a name. */
function inlineSchemaOf(shape: z.ZodType): Schema {
  const { id } = shape.meta() ?? {};
  const described = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  const own = id !== undefined && described.$ref === `#/$defs/${id}` ? described.$defs?.[id] : undefined;
  const schema = withoutAddress(own ?? described);
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;
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
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !['$schema', '$id', '$defs'].includes(key)));
}
