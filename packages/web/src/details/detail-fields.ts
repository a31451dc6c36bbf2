import type { demands } from '@qingzhuang/contract';
import { dayFrom } from '../ui/dates.ts';

export type Details = demands.DemandDetails;

/** How a field of the details is typed. */
export type FieldShape =
  | { readonly type: 'number'; readonly least: number; readonly step?: number; readonly optional?: true }
  | { readonly type: 'text'; readonly longest: number; readonly optional?: true }
  | { readonly type: 'lines'; readonly longest: number }
  | { readonly type: 'one-of'; readonly choices: readonly string[] }
  | { readonly type: 'some-of'; readonly choices: readonly string[] }
  | { readonly type: 'instant' }
  | { readonly type: 'day' };

/** A dot leads into a nested object: `fields.text`. */
export type DetailField = readonly [name: string, shape: FieldShape];

const COUNT: FieldShape = { type: 'number', least: 0 };
const POSITIVE: FieldShape = { type: 'number', least: 1 };
const TIMES: DetailField = ['timesPerYear', POSITIVE];
/** Work that the kind has no field of its own for. */
const OTHER: DetailField = ['otherMinutes', { type: 'number', least: 0, optional: true }];

/** The fields of each kind, in the order of the page. The superior document is read from the file only. */
export const DETAIL_FIELDS: Readonly<Record<demands.DemandKind, readonly DetailField[]>> = {
  meeting: [
    ['mode', { type: 'one-of', choices: ['onsite', 'video', 'mixed'] }],
    ['startsAt', { type: 'instant' }],
    ['endsAt', { type: 'instant' }],
    ['levels', { type: 'some-of', choices: ['county', 'township', 'village', 'group'] }],
    ['people', POSITIVE],
    ['talks', COUNT],
    ['venues', { type: 'lines', longest: 100 }],
    ['series', { type: 'text', longest: 100, optional: true }],
    TIMES,
    OTHER,
  ],
  document: [
    ['genre', { type: 'text', longest: 20, optional: true }],
    ['docNumber', { type: 'text', longest: 60, optional: true }],
    ['characters', COUNT],
    ['reports', COUNT],
    ['plans', COUNT],
    TIMES,
    OTHER,
  ],
  form: [
    ['fields.text', COUNT],
    ['fields.number', COUNT],
    ['fields.choice', COUNT],
    ['fields.date', COUNT],
    ['fields.longText', COUNT],
    ['fields.file', COUNT],
    ['fields.known', COUNT],
    ['rows', POSITIVE],
    ['signatures', COUNT],
    ['prints', COUNT],
    TIMES,
    OTHER,
  ],
  inspection: [
    ['object', { type: 'text', longest: 200 }],
    ['from', { type: 'day' }],
    ['until', { type: 'day' }],
    ['sites', { type: 'lines', longest: 100 }],
    ['filingNo', { type: 'text', longest: 60, optional: true }],
    ['people', POSITIVE],
    ['items', COUNT],
    TIMES,
    OTHER,
  ],
  task: [
    ['duty', { type: 'text', longest: 200, optional: true }],
    ['reports', COUNT],
    ['visits', COUNT],
    ['photos', COUNT],
    ['people', POSITIVE],
    ['days', { type: 'number', least: 0, step: 0.5 }],
    TIMES,
    OTHER,
  ],
  platform: [
    ['name', { type: 'text', longest: 100 }],
    ['installs', COUNT],
    ['entries', COUNT],
    ['checkIns', COUNT],
    ['people', POSITIVE],
    TIMES,
    OTHER,
  ],
  plaque: [
    ['name', { type: 'text', longest: 100 }],
    ['directoryNo', { type: 'text', longest: 60, optional: true }],
    ['plaques', POSITIVE],
    TIMES,
    OTHER,
  ],
  campaign: [
    ['name', { type: 'text', longest: 100 }],
    ['directoryNo', { type: 'text', longest: 60, optional: true }],
    ['items', COUNT],
    ['reports', COUNT],
    ['plaques', COUNT],
    TIMES,
    OTHER,
  ],
};

/** What stands in the details before anybody has typed: the least that the kind can cost. */
export function emptyDetails(kind: demands.DemandKind, now: Date): Details {
  const tomorrow = dayFrom(now, 1);
  const count = { reports: 0, plaques: 0, items: 0, people: 1, timesPerYear: 1 };
  const { reports, items, people, timesPerYear } = count;
  switch (kind) {
    case 'meeting':
      return {
        kind,
        mode: 'onsite',
        startsAt: `${tomorrow}T09:00:00+08:00`,
        endsAt: `${tomorrow}T10:00:00+08:00`,
        people,
        talks: 0,
        levels: ['township'],
        venues: [],
        series: null,
        timesPerYear,
      };
    case 'document':
      return { kind, genre: null, docNumber: null, parent: null, characters: 0, reports, plans: 0, timesPerYear };
    case 'form': {
      const fields = { text: 1, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 };
      return { kind, fields, rows: 1, signatures: 0, prints: 0, timesPerYear };
    }
    case 'inspection':
      return {
        kind,
        object: '',
        sites: [],
        from: tomorrow,
        until: tomorrow,
        filingNo: null,
        people,
        items,
        timesPerYear,
      };
    case 'task':
      return { kind, duty: null, reports, visits: 0, photos: 0, people, days: 0, timesPerYear };
    case 'platform':
      return { kind, name: '', installs: 0, entries: 0, checkIns: 0, people, timesPerYear };
    case 'plaque':
      return { kind, name: '', directoryNo: null, plaques: 1, timesPerYear };
    case 'campaign':
      return { kind, name: '', directoryNo: null, items, reports, plaques: count.plaques, timesPerYear };
  }
}

/** The value of a field, through a dot where its name has one. */
export function readField(details: Details, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], details);
}

/** The details with one field changed; one that may be left out is, when it is emptied. */
export function writeField(details: Details, name: string, value: unknown): Details {
  const [first = '', second] = name.split('.');
  if (first === OTHER[0] && value === null) {
    const rest = { ...details };
    delete rest.otherMinutes;
    return rest;
  }
  if (second === undefined) return { ...details, [first]: value };
  const inner = readField(details, first) as object;
  return { ...details, [first]: { ...inner, [second]: value } };
}
