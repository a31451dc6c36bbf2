import { utils, write, find } from 'cfb';
import { expect, test } from 'vitest';
import { readBytes } from './read-bytes.ts';
import { docxOf, docxParagraph, zipOf } from './testing/build-files.ts';

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function compoundWith(stream: string): Uint8Array {
  const container = utils.cfb_new();
  utils.cfb_add(container, stream, [1, 2, 3]);
  expect(find(container, stream)).not.toBeNull();
  return Uint8Array.from(write(container, { type: 'array' }) as number[]);
}

test.each([
  ['a Word document named as text', docxOf({ body: docxParagraph('正文') }), 'a.txt', 'docx'],
  ['text named as a Word document', encode('正文'), 'a.docx', 'txt'],
  ['text without extension', encode('正文'), '正文', 'txt'],
  ['a page named as Word document', encode('<html><p>正文</p></html>'), 'a.doc', 'html'],
  ['text that speaks of a tag', encode('写 <html> 的人'), 'a.txt', 'txt'],
])('%s is read by its content', async (_, bytes, name, format) => {
  expect((await readBytes(bytes, name)).format).toBe(format);
});

test.each([
  ['nothing', new Uint8Array(), 'a.txt', 'empty'],
  ['blanks', encode(' \n\n'), 'a.txt', 'empty'],
  ['a document without words', docxOf({ body: docxParagraph('') }), 'a.docx', 'empty'],
  ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'a.docx', 'unsupported'],
  ['bytes of no kind', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251), 'a.docx', 'unsupported'],
  ['a package without a document', zipOf({ 'a.txt': '文' }), 'a.docx', 'unsupported'],
  ['an encrypted new Word document', compoundWith('EncryptedPackage'), 'a.docx', 'encrypted'],
  ['a compound file of another program', compoundWith('Else'), 'a.doc', 'unsupported'],
  ['a Word document cut short', docxOf({ body: docxParagraph('正文') }).subarray(0, 300), 'a.docx', 'damaged'],
  ['a file beyond the limit', new Uint8Array(81 * 1024 * 1024), 'a.txt', 'too-large'],
])('%s is refused with a code', async (_, bytes, name, code) => {
  await expect(readBytes(bytes, name)).rejects.toMatchObject({ name: 'UnreadableFile', code });
});

test('the sentence for a photograph says that it is one', async () => {
  await expect(readBytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), '秘密.png')).rejects.toThrow(/^这是一张图片.*。$/u);
});

test('the limit of characters holds on both sides', async () => {
  await expect(readBytes(encode('各村报数'), 'a.txt', { maxCharacters: 4 })).resolves.toBeDefined();
  await expect(readBytes(encode('各村报数'), 'a.txt', { maxCharacters: 3 })).rejects.toMatchObject({
    code: 'too-large',
  });
});

test('a pasted chat in a text file is read as messages', async () => {
  const { source } = await readBytes(encode('赵敏 2026-03-02 09:00\r\n请报数\r\n'), 'a.txt');

  expect(source.blocks).toMatchObject([{ kind: 'chat-message', sender: '赵敏', sentAt: '2026-03-02 09:00' }]);
  expect(source.text.slice(source.blocks[0]?.start, source.blocks[0]?.end)).toBe('请报数');
});
