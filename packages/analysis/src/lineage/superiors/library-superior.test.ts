import { expect, test } from 'vitest';
import { readDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { librarySuperior } from './library-superior.ts';

const BODY = '要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。';

/** A notice by `issuer` to `recipients`. */
function notice(issuer: string, recipients: string, { basis = '', date = '2026年3月2日' } = {}): string {
  return `${issuer}关于做好防汛备汛工作的通知\n${recipients}：\n${basis}${BODY}\n${issuer}\n${date}\n`;
}

function superiorOf(text: string, library: Readonly<Record<string, string>>, copiedShare = 0.6): string | null {
  const matches = Object.keys(library).map((key) => ({ key, copiedShare, passages: [] }));
  const found = librarySuperior(readDocument(plainSource(text)), matches, (key) => library[key] ?? '');
  return found?.key ?? null;
}

const COUNTY = notice('清河县水利局', '各乡镇人民政府');
const CITY = notice('清州市水利局', '各县（市、区）水利局');
const TOWN = notice('清河县石桥镇人民政府', '各村');
const OTHER_TOWN = notice('清河县柳林镇人民政府', '各村');

test('is the first that was issued at a higher level, not at the same or a lower one', () => {
  expect(superiorOf(COUNTY, { town: TOWN, county: notice('白塔县水利局', '各乡镇'), city: CITY })).toBe('city');
  expect(superiorOf(TOWN, { other: OTHER_TOWN })).toBe(null);
  expect(superiorOf(CITY, { county: COUNTY })).toBe(null);
});

test('is never the text itself', () => {
  expect(superiorOf(BODY, { itself: BODY })).toBe(null);
});

test('is known by whom it addresses where no issuer is', () => {
  expect(superiorOf(`各村${BODY}`, { town: `各组。各村${BODY}村里自定。`, county: `各镇${BODY}` })).toBe('county');
});

test('is of unknown level when it is not younger', () => {
  const plain = `关于做好防汛备汛工作的通知\n有关单位：\n${BODY}\n2026年3月5日\n`;

  expect(superiorOf(plain, { later: notice('水利局', '有关单位', { date: '2026年3月6日' }) })).toBe(null);
  expect(superiorOf(plain, { before: notice('水利局', '有关单位', { date: '2026年3月4日' }) })).toBe('before');
});

test('is one that the text names, of its own level too and however little was taken', () => {
  const basis = '根据《清河县人民政府关于做好防汛备汛工作的通知》要求，现通知如下。';
  const bureau = notice('清河县水利局', '各乡镇', { basis });

  expect(superiorOf(bureau, { government: notice('清河县人民政府', '各乡镇') }, 0.05)).toBe('government');
  expect(superiorOf(bureau, { town: TOWN }, 0.05)).toBe(null);
});

test('is none from which little was taken', () => {
  expect(superiorOf(COUNTY, { city: CITY }, 0.1)).toBe(null);
});
