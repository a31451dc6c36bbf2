import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../read-bytes.ts';
import { pdfFrom } from '../testing/build-files.ts';
import { canRecognise } from './image.ts';

const PHOTO = Uint8Array.from(readFileSync(new URL('../../fixtures/photo.png', import.meta.url)));
const hasEngine = await canRecognise();

/** A file of one picture a page, as scanners make them; `place` is the matrix that lays the picture on the page. */
function scanOf(jpeg: Uint8Array, size: { width: number; height: number }, place: string, turn = 0): Uint8Array {
  const paint = `q ${place} cm /P Do Q`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Rotate ${turn}/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`,
    `<</Length ${paint.length}>>\nstream\n${paint}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width ${size.width}/Height ${size.height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n${Buffer.from(jpeg).toString('latin1')}\nendstream`,
  ];
  return pdfFrom(objects);
}

test('a picture of a telephone that nobody can open is told apart from a damaged one', async () => {
  const heic = new TextEncoder().encode('\0\0\0\u0018ftypheic\0\0\0\0mif1heic');

  const failure = hasEngine ? /HEIC/u : /没有安装/u;
  await expect(readBytes(heic, 'a.jpg', { recognise: true })).rejects.toThrow(failure);
});

test('a picture is refused where nobody asks for its words', async () => {
  await expect(readBytes(PHOTO, 'a.png')).rejects.toMatchObject({ code: 'unsupported' });
});

describe.skipIf(!hasEngine)('a photo of a notice (the optional recogniser is not installed here)', () => {
  test('is read line by line, with how sure each line is and where it stands', { timeout: 120_000 }, async () => {
    const { format, source } = await readBytes(PHOTO, 'a.png', { recognise: true });

    expect(format).toBe('image');
    expect(source.text).toContain('关于报送困难群众住房情况的通知\n');
    expect(source.text).toContain('请于3月20日17时前');
    const title = source.blocks.find(({ start }) => source.text.startsWith('关于报送', start));
    expect(title?.confidence).toBeGreaterThan(0.9);
    expect(title?.area?.top).toBeGreaterThan(0.1);
    expect(title?.area?.top).toBeLessThan(0.4);
  });

  test.each([
    ['lies upright', '600 0 0 600 0 0', 0, 0],
    ['lies on its side', '0 600 -600 0 600 0', 90, 0],
    ['lies on its side on a page that is turned', '600 0 0 600 0 0', 270, 90],
  ])('a scanned page is read whose picture %s', { timeout: 120_000 }, async (_, place, turned, turn) => {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(PHOTO)
      .flatten({ background: '#fff' })
      .rotate(turned)
      .jpeg()
      .toBuffer({ resolveWithObject: true });

    const { format, source } = await readBytes(scanOf(data, info, place, turn), 'a.pdf', { recognise: true });

    expect(format).toBe('pdf');
    expect(source.text).toContain('关于报送困难群众住房情况的通知\n');
    expect(source.unread).toEqual([]);
  });

  test('the turn that a camera has noted is obeyed', { timeout: 120_000 }, async () => {
    const { default: sharp } = await import('sharp');
    const turned = await sharp(PHOTO).rotate(90).withMetadata({ orientation: 8 }).png().toBuffer();

    const { source } = await readBytes(Uint8Array.from(turned), 'a.png', { recognise: true });

    expect(source.text).toContain('关于报送困难群众住房情况的通知\n');
  });

  test('a small file that claims to be a huge picture is refused before it is unpacked', async () => {
    const { default: sharp } = await import('sharp');
    const bomb = await sharp({ create: { width: 16_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();

    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readBytes(Uint8Array.from(bomb), 'a.png', { recognise: true })).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('a broken picture is damaged', async () => {
    await expect(readBytes(PHOTO.subarray(0, 500), 'a.png', { recognise: true })).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});
