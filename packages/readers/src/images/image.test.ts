import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../read-bytes.ts';
import { openRecogniser } from './recogniser.ts';

const PHOTO = Uint8Array.from(readFileSync(new URL('../../fixtures/photo.png', import.meta.url)));
const hasEngine = (await openRecogniser()) !== undefined;

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

  test('a broken picture is damaged', async () => {
    await expect(readBytes(PHOTO.subarray(0, 500), 'a.png', { recognise: true })).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});
