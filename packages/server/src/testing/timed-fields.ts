import { z } from 'zod';

/** A field of an input that says when or how long. */
export interface TimedField {
  /** From the input down; `*` stands for any item of a list, `kind=meeting` for the variant that has it. */
  readonly path: readonly string[];
  readonly is: 'day' | 'instant' | 'minutes' | 'year';
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every such field of an input, at whatever depth, found by its schema and not by a list. */
export function timedFieldsOf(input: z.ZodType): TimedField[] {
  const root: Schema = JSON.parse(
    JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })),
  ) as Schema;
  return walk(root, root, []);
}

function walk(given: Schema, root: Schema, path: readonly string[]): TimedField[] {
  const schema = resolve(given, root);
  const is = kindOf(schema, path.at(-1) ?? '');
  if (is !== undefined) return [{ path, is }];
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => walk(one, root, [...path, name])),
    ...(schema.items === undefined ? [] : walk(schema.items, root, [...path, '*'])),
    ...variants.flatMap((one) => walk(one, root, [...path, ...variantOf(resolve(one, root))])),
  ];
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolve(root.$defs?.[name] ?? {}, root);
}

function variantOf({ properties }: Schema): string[] {
  const kind = properties?.['kind']?.const;
  return typeof kind === 'string' ? [`kind=${kind}`] : [];
}

function kindOf({ type, format, pattern }: Schema, name: string): TimedField['is'] | undefined {
  if (format === 'date') return 'day';
  if (format === 'date-time' || (name.endsWith('At') && pattern?.includes('T') === true)) return 'instant';
  if (type !== 'integer' && type !== 'number') return undefined;
  if (name === 'year') return 'year';
  return /minutes$/iu.test(name) ? 'minutes' : undefined;
}
