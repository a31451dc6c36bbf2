import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { demands, inbox, recognition, refusals } from '@qingzhuang/contract';
import { canRecognise } from '@qingzhuang/readers';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';
import { openGate } from '../../testing/demands.ts';

const { signInAs, app, logged } = await useTestApp();
const { drafter, office, village, bureau } = await openGate(signInAs, '130101');
const clerk = await signInAs('bearer-clerk', village);
const supervisor = await signInAs('supervisor', '130101000000');
const hasEngine = await canRecognise();

const PHOTO = Uint8Array.from(fixture('photo.png'));
const SCANNED = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n',
);
const WORDS = '各村：请于3月20日17时前将困难群众住房登记表报县民政局。';

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../../../readers/fixtures/${name}`, import.meta.url));
}

function fileOf(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  return new File([bytes], name);
}

describe('an order on a photo', () => {
  test.each([
    ['照片.png', PHOTO],
    ['通知.docx', PHOTO],
    ['扫描.pdf', SCANNED],
  ])('%s is not registered before somebody has checked its words', async (name, bytes) => {
    const before = (await clerk.call(inbox.listRegistrations, { unit: village })).items.length;

    await expect(clerk.call(inbox.registerOrder, { unit: village, file: fileOf(bytes, name) })).rejects.toMatchObject({
      code: 'needs-transcript',
    });
    expect((await clerk.call(inbox.listRegistrations, { unit: village })).items).toHaveLength(before);
  });

  test('is registered by its checked words, and the office sees the photo itself', async () => {
    const file = fileOf(PHOTO, '照片.png');

    const { ask } = await clerk.call(inbox.registerOrder, { unit: village, file, transcript: WORDS });
    const { items } = await office.call(inbox.listOffGateDemands, {});
    const id = items.find((one) => one.ask === ask)?.id ?? '';
    const [original] = (await office.call(inbox.listOffGateFiles, { id })).items;
    const kept = await office.call(inbox.readOffGateFile, { id, sha256: original?.sha256 ?? '' });

    expect(ask).toContain('登记表');
    expect(original).toMatchObject({ name: '照片.png' });
    expect(Buffer.from(kept)).toEqual(Buffer.from(PHOTO));
  });

  test('a file with words of its own takes no other ones', async () => {
    for (const [file, transcript] of [
      [fileOf(Uint8Array.from(fixture('notice.pdf')), 'a.png'), WORDS],
      [new File([WORDS], 'a.txt'), '无事。'],
    ] as const) {
      await expect(clerk.call(inbox.registerOrder, { unit: village, file, transcript })).rejects.toMatchObject({
        code: 'invalid-input',
        facts: { errors: [{ pointer: '/transcript' }] },
      });
    }
  });
});

test('a notice on a photo is drafted from its checked words, the photo its original', async () => {
  const file = fileOf(PHOTO, '照片.png');

  await expect(drafter.call(demands.draftFromFile, { issuer: bureau, file })).rejects.toMatchObject({
    code: 'needs-transcript',
  });
  const drafted = await drafter.call(demands.draftFromFile, { issuer: bureau, file, transcript: WORDS });

  expect(drafted.ask).toContain('登记表');
  expect(drafted.files).toMatchObject([{ name: '照片.png', bytes: PHOTO.length }]);
});

describe('what is recognised', () => {
  test('is nothing for those who neither bear nor draft', async () => {
    const file = fileOf(PHOTO, '照片.png');

    await expect(supervisor.call(recognition.recogniseText, { file })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test.each([
    ['a text', new TextEncoder().encode(WORDS), 'unsupported'],
    ['an archive named like a photo', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'unsupported'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('is refused of %s', async (_, bytes, code) => {
    const file = fileOf(bytes, '照片.png');

    await expect(clerk.call(recognition.recogniseText, { file })).rejects.toMatchObject({ code });
  });

  test('is refused where the engine is not installed, with the command that installs it', async () => {
    const recognisers = {
      run: () => Promise.resolve({ refusal: 'no-recogniser' } as const),
      stop: () => Promise.resolve(),
    };
    const bare = await useTestApp({ recognisers });
    const somebody = await bare.signInAs('bearer-clerk', village);
    const file = fileOf(PHOTO, '照片.png');

    await expect(somebody.call(recognition.recogniseText, { file })).rejects.toMatchObject({ code: 'no-recogniser' });
    expect(refusals['no-recogniser'].advice).toContain('npm install');
  });

  describe.skipIf(!hasEngine)(`with the engine${hasEngine ? '' : ' (it is not installed here)'}`, () => {
    test('is each line with how sure it is, and the doubtful ones are marked', { timeout: 120_000 }, async () => {
      const base64 = Buffer.from(PHOTO).toString('base64');

      const { lines, says } = await clerk.call(recognition.recogniseText, { base64 });

      expect(lines.map(({ text }) => text)).toContain('关于报送困难群众住房情况的通知');
      expect(lines.filter(({ isDoubtful }) => isDoubtful).map(({ text }) => text)).toEqual([
        expect.stringMatching(/^清民发/u),
      ]);
      expect(says).toContain('有1处看不清');
    });

    test('is refused of what only begins like a picture, and the program goes on', { timeout: 120_000 }, async () => {
      const broken = fileOf(PHOTO.slice(0, 500), '照片.png');
      const whole = fileOf(PHOTO, '照片.png');

      await expect(clerk.call(recognition.recogniseText, { file: broken })).rejects.toMatchObject({ code: 'damaged' });
      expect((await clerk.call(recognition.recogniseText, { file: whole })).lines.length).toBeGreaterThan(5);
    });

    test('holds nobody up who asks for something else', { timeout: 120_000 }, async () => {
      const reading = clerk.call(recognition.recogniseText, { file: fileOf(PHOTO, '照片.png') });
      let answered = 0;
      const state = { isDone: false };
      const done = reading.finally(() => {
        state.isDone = true;
      });
      for (; !state.isDone; answered += 1) {
        await app.request('/healthz');
        await setImmediate();
      }
      await done;

      expect(answered).toBeGreaterThan(10);
      expect(logged.filter((line) => line.includes('"defect"'))).toEqual([]);
    });
  });
});
