import { z } from 'zod';

/**
 * A form carries files and text. Every other value (a list, an object, yes or no) travels in its field as JSON text;
 * `toForm` and `fromForm` are the two ends of this rule.
 */
export function toForm(input: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    if (value === undefined) continue;
    form.append(name, value instanceof Blob || typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

/** The object a form stands for, not yet validated. A field sent twice becomes a list, which no schema of one accepts. */
export function fromForm(form: FormData, schema: z.ZodObject): Record<string, unknown> {
  const input: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    const [first] = values;
    const shape = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.core.$ZodType) : undefined;
    input[name] = values.length > 1 ? values : decodeField(first, shape);
  }
  return { ...input };
}

function decodeField(value: unknown, shape: z.core.$ZodType | undefined): unknown {
  if (typeof value !== 'string' || shape === undefined || takesText(shape)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // The schema then names the field as wrong.
  }
}

function takesText(shape: z.core.$ZodType): boolean {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodExactOptional) return takesText(shape.unwrap());
  return shape instanceof z.core.$ZodString;
}
