import type { DeepReadonly } from '@qingzhuang/contract';
import { now } from '../clock.ts';
import { sayDay, sayInstant } from '../ui/dates.ts';
import type { WorkWords } from '../words.tsx';
import { DETAIL_FIELDS, type Details } from './detail-fields.ts';

/** What is special to the kind in one line: `视频 · 开始：11月20日 周五 09:00 · 一年 12 次`. Zeros and blanks are left out. */
export function sayDetails(details: DeepReadonly<Details>, words: WorkWords, language: string): string {
  const { kind, ...rest } = details;
  // The store keeps no order; the page of the drafter does.
  const order = [...new Set(DETAIL_FIELDS[kind].map(([name]) => name.split('.')[0] ?? ''))];
  const sorted = Object.fromEntries(order.map((name) => [name, (rest as Record<string, unknown>)[name]]));
  return [words.demandKinds[kind], ...sayEach({ ...sorted, ...rest }, words, language)].join(' · ');
}

function sayEach(values: object, words: WorkWords, language: string): string[] {
  return (Object.entries(values) as [string, unknown][]).flatMap(([name, value]) => {
    if (name === 'timesPerYear' && value === 1) return [];
    if (name === 'fields') return sayEach(value as object, words, language);
    const said = sayField(name, value, words, language);
    return said === null ? [] : [said];
  });
}

function sayField(name: string, value: unknown, words: WorkWords, language: string): string | null {
  const counted = words.counted[name];
  if (typeof value === 'number' && value > 0 && counted !== undefined) return counted(value);
  const said = sayValue(value, words, language);
  if (said === null || name === 'mode') return said;
  return `${words.fields[name] ?? name}${language === 'zh' ? '：' : ': '}${said}`;
}

function sayValue(value: unknown, words: WorkWords, language: string): string | null {
  if (typeof value === 'number') return value === 0 ? null : String(value);
  if (typeof value === 'string') return sayText(value, words, language);
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === 'string').map((one) => words.choices[one] ?? one);
    return texts.length === 0 ? null : texts.join('、');
  }
  if (typeof value === 'object' && value !== null && 'title' in value) return String(value.title);
  return null;
}

function sayText(text: string, words: WorkWords, language: string): string {
  if (/^\d{4}-\d\d-\d\dT/u.test(text)) return sayInstant(text, language, now());
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return sayDay(text, language, now());
  return words.choices[text] ?? text;
}
