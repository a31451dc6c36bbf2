import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromForm, toForm } from './form.ts';

const Upload = z.strictObject({
  file: z.file(),
  note: z.string().exactOptional(),
  day: z.iso.date().exactOptional(),
  sure: z.boolean().exactOptional(),
  options: z.object({ list: z.array(z.number()) }).exactOptional(),
});

function formOf(...fields: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test('what is put into a form comes out of it as it was', () => {
  const file = new File(['a'], 'a.txt');
  const input = { file, note: 'true', day: '2026-03-05', sure: true, options: { list: [1, 2] } };

  expect(fromForm(toForm(input), Upload)).toEqual(input);
});

test('text that looks like JSON stays text in a field of text', () => {
  expect(fromForm(formOf(['note', '{"a":1}'], ['day', '2026']), Upload)).toEqual({ note: '{"a":1}', day: '2026' });
});

test('a field that is not the JSON it should be, or that nobody knows, is left for the schema to refuse', () => {
  const input = fromForm(formOf(['options', '{'], ['stranger', '1'], ['__proto__', '{}']), Upload);

  expect(Object.entries(input)).toEqual([
    ['options', '{'],
    ['stranger', '1'],
    ['__proto__', '{}'],
  ]);
  expect(Upload.safeParse(input).success).toBe(false);
});

test('a field sent twice is a list, which no field of one value takes', () => {
  expect(fromForm(formOf(['note', 'a'], ['note', 'b']), Upload)).toEqual({ note: ['a', 'b'] });
});
