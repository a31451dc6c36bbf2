import { describe, expect, test } from 'vitest';
import { readDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { namedDocuments, numberKey, titleKey } from './named-documents.ts';

function namedIn(basis: string, title = '清河县水利局关于做好防汛备汛工作的通知'): ReturnType<typeof namedDocuments> {
  const text = `清河县水利局文件\n清水发〔2026〕12号\n${title}\n各乡镇人民政府：\n${basis}\n一、各乡镇要逐一排查。\n`;
  return namedDocuments(readDocument(plainSource(text)));
}

describe('the documents that a text names', () => {
  test('by title and number, in the order of the text', () => {
    const basis =
      '根据《清州市水利局关于印发〈2026年防汛备汛工作方案〉的通知》（清市水〔2026〕3号）和省政府办公厅《关于切实做好防汛抗旱的通知》要求，现通知如下。';

    expect(namedIn(basis)).toEqual([
      { number: '清市水 2026 3', title: '2026年防汛备汛工作方案' },
      { number: null, title: '切实做好防汛抗旱的通知' },
    ]);
  });

  test.each([
    ['by a number in the sentence', '按照清市水〔2026〕3号文件要求，现通知如下。', '清市水 2026 3'],
    ['by a number after 和', '落实市里部署和清市水[2026]第3号要求，现通知如下。', '清市水 2026 3'],
    ['by a number in brackets', '根据上级通知（清市水〔2026〕3号），现通知如下。', '清市水 2026 3'],
  ])('%s', (_, basis, number) => {
    expect(namedIn(basis)).toEqual([{ number, title: null }]);
  });

  test('in the title of what passes one on', () => {
    const named = namedIn('现转发给你们。', '清河县水利局关于转发清州市水利局关于做好水库清淤工作的通知的通知');

    expect(named).toEqual([{ number: null, title: '做好水库清淤工作的通知' }]);
  });

  test.each([
    ['a law', '根据《中华人民共和国防洪法》和《防汛条例》，现通知如下。'],
    ['its own number', '清水发〔2026〕12号由水利局解释。'],
    ['a title of a few words', '填写《统计表格》。'],
    ['what stands far down', `现通知如下。${'各镇各村逐一排查。'.repeat(80)}详见《2026年防汛备汛工作方案》。`],
  ])('are not %s', (_, basis) => {
    expect(namedIn(basis)).toEqual([]);
  });
});

test.each([
  ['冀政办发〔2026〕5号', '冀政办发 2026 5'],
  ['冀政办发（2026） 05 号', '冀政办发 2026 5'],
  ['冀政办发[2026]第5号', '冀政办发 2026 5'],
  ['清河县第3号令', null],
  ['', null],
])('the key of the number %s', (words, key) => {
  expect(numberKey(words)).toBe(key);
});

test.each([
  ['清州市水利局关于印发《2026年防汛工作方案》的通知', '2026年防汛工作方案'],
  ['2026年防汛工作方案', '2026年防汛工作方案'],
  ['县政府办公室转发县水利局关于做好水库清淤的意见的通知', '做好水库清淤的意见'],
  ['关于做好 水库清淤 的通知', '做好水库清淤的通知'],
  ['通知', null],
])('the subject of the title %s', (title, key) => {
  expect(titleKey(title)).toBe(key);
});
