import type { Field, Row } from './draft.ts';

/** What a field asks, as one says it: `户主 姓名（元）`. */
export function nameOf({ label, unit }: Pick<Field, 'label' | 'unit'>): string {
  const words = label.join(' ');
  return unit === null || words.includes(unit) ? words : `${words}（${unit}）`;
}

/** Who a row is: its own name, else what was typed into its first field. */
export function rowNameOf({ name, cells }: Pick<Row, 'name' | 'cells'>, blank: string): string {
  return name ?? cells.find(({ value, state }) => value !== '' && state !== 'computed')?.value ?? blank;
}
