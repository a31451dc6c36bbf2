import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHeader, type Header } from './header.ts';
import { readLines } from './lines.ts';
import { normalise } from './normalise.ts';

function headerOf(source: string): Header & { readonly text: string } {
  const normalised = normalise(source);
  return { ...readHeader(normalised.text, readLines(normalised, [])), text: normalised.text };
}

function bodyOf(source: string): string {
  const { text, zones } = headerOf(source);
  return text.slice(zones.body.start, zones.body.end);
}

const BODY = '现将有关事项通知如下，请认真抓好落实。';

describe('zones', () => {
  test('the body lies between recipients and attachment note', () => {
    expect(bodyOf(`关于春耕的通知\n各镇：\n一、抓紧。\n二、报送。\n附件：名单\n清河县农业农村局\n2026年3月5日`)).toBe(
      '一、抓紧。\n二、报送。',
    );
  });

  test('a text without a header is all body', () => {
    expect(bodyOf('请各村今日下班前报送危房名单。')).toBe('请各村今日下班前报送危房名单。');
  });

  test('the body of a sentence with its addressee begins after the colon', () => {
    expect(bodyOf('各村：今日下班前报送名单。')).toBe('今日下班前报送名单。');
  });

  test('a date without its year closes the text and dates nothing', () => {
    const { issuer, recipients, date, zones } = headerOf(
      '关于监测的通知\n各定点药店：\n请上报。\n清河县卫生局\n7月12日',
    );
    expect([issuer?.name, recipients, date]).toEqual(['清河县卫生局', ['各定点药店'], null]);
    expect(zones.signature).not.toBeNull();
  });

  test('fields point at the words that hold them', () => {
    const { text, fieldSpans, zones } = headerOf(
      `清河县水利局文件\n清水发〔2026〕7号\n关于春灌的通知\n各镇：\n${BODY}\n清河县水利局\n2026年3月5日\n抄送：县府办`,
    );
    const words = Object.entries(fieldSpans).map(([field, span]) => [field, text.slice(span.start, span.end)]);
    expect(Object.fromEntries(words)).toEqual({
      docNumber: '清水发〔2026〕7号',
      issuer: '清河县水利局文件',
      title: '关于春灌的通知',
      recipients: '各镇',
      date: '2026年3月5日',
      copyTo: '抄送:县府办',
    });
    expect(text.slice(zones.head?.start, zones.head?.end)).toBe('清河县水利局文件\n清水发〔2026〕7号');
    expect(text.slice(zones.signature?.start, zones.signature?.end)).toBe('清河县水利局\n2026年3月5日');
    expect(text.slice(zones.imprint?.start, zones.imprint?.end)).toBe('抄送:县府办');
  });
});

const CORPUS = new URL('../../../../../shared/corpus/state-council/', import.meta.url);
const NUMBERS = Array.from({ length: 30 }, (_, index) => String(index).padStart(3, '0'));

describe.skipIf(!existsSync(CORPUS))('published pages of the state council (shared corpus)', () => {
  test.each(NUMBERS)('page %s', (number) => {
    const truth = JSON.parse(readFileSync(new URL(`${number}.json`, CORPUS), 'utf8')) as Record<string, string>;
    const { title, issuer, docNumber } = headerOf(withoutTags(readFileSync(new URL(`${number}.html`, CORPUS), 'utf8')));
    expect([title?.text, issuer?.name, docNumber]).toEqual(
      ['title', 'office', 'number'].map((field) => normalise(truth[field] ?? '').text),
    );
  });
});

/** Without the table of fields that the pages print, so that the text itself must tell. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[^]*?-->|<head[^]*?<\/head>/gu, '')
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/<table[^>]*class="bd1"[^]*?<\/table>/gu, '')
    .replace(/<\/(?:p|div|tr|h\d)>|<br[^>]*>/gu, '\n')
    .replace(/<[^>]+>/gu, '');
}
