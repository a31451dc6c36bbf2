import { demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { DETAIL_FIELDS, emptyDetails, readField, writeField } from './detail-fields.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
/** A name cannot be guessed: these wait to be typed. */
const TO_TYPE: Readonly<Record<string, string>> = { object: '危房', name: '示范村' };

describe('the details of a kind', () => {
  test.each(demands.DemandKind.options)('%s can be sent as soon as its names are typed', (kind) => {
    const details = DETAIL_FIELDS[kind]
      .filter(([name]) => name in TO_TYPE)
      .reduce((typed, [name]) => writeField(typed, name, TO_TYPE[name]), emptyDetails(kind, NOW));
    expect(demands.DemandDetails.parse(details)).toEqual(details);
  });

  test.each(demands.DemandKind.options)('%s can be typed in full', (kind) => {
    const typed = new Set(DETAIL_FIELDS[kind].map(([name]) => name.split('.')[0]));
    const all = Object.keys(emptyDetails(kind, NOW)).filter((name) => name !== 'kind' && name !== 'parent');
    expect(new Set([...all, 'otherMinutes'])).toEqual(typed);
  });

  test('hold other work in minutes, and lose the field when it is emptied', () => {
    const task = emptyDetails('task', NOW);
    const longer = writeField(task, 'otherMinutes', 45);
    expect(demands.DemandDetails.parse(longer)).toMatchObject({ otherMinutes: 45 });
    expect(writeField(longer, 'otherMinutes', null)).toEqual(task);
  });

  test('change in one field and keep the others', () => {
    const form = emptyDetails('form', NOW);
    const changed = writeField(form, 'fields.known', 8);
    expect(readField(changed, 'fields.known')).toBe(8);
    expect(readField(changed, 'fields.text')).toBe(1);
    expect(readField(form, 'fields.known')).toBe(0);
  });
});
