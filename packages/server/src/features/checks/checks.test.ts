import { inflateRawSync } from 'node:zlib';
import { check, Problem } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../testing/app.ts';

const { app, call, logged } = await useTestApp();

const NOTICE = '各村：\n请各村今日下班前报送危房名单。\n县住建局\n2026年3月5日\n';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A compound file with the stream `EncryptedPackage`, as Office saves a document with a password; deflated. */
const ENCRYPTED =
  'u3Be8MHCjVIPGdCAHQMzw7//nAxsSGKMDAwMTDCOAIQPwv/+//8PE/4/CoYU+Pv///9/o3gUj+IRiYMY8hnyGUoYFBhcGfIYShiKGCoZSAFiDKyMsL' +
  'KEkUg9zECiAV6nBDNkMBgzGDOUMHgxmDKQCoQYmMD2M0HrHmL1sUBpkK+Twb4uYChhSGVIYQhgSGRIZshmSGRIZ0glaI4S1H4YIMZuWL1JLUCq/cjA' +
  '3MjMiBK7KxhGwVAGAA==';

interface Post {
  readonly headers?: Record<string, string>;
  readonly body: BodyInit;
}

async function post({ headers = {}, body }: Post): Promise<{ response: Response; problem: Problem }> {
  const response = await app.request('/api/v1/check', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  return { response, problem: Problem.parse(await response.json()) };
}

describe('checking', () => {
  test('a text is answered in the published shape', async () => {
    const report = await call(check.checkDocument, { text: NOTICE, receivedAt: '2026-03-05T09:00+08:00' });

    expect(check.checkDocument.reply.parse(report)).toEqual(report);
    expect(report).toMatchObject({ version: 1, summary: { files: 1, unreadable: 0 } });
    expect(report.files).toHaveLength(1);
    expect(report.files[0]).toMatchObject({ path: '-', ok: true, unread: [] });
    expect(report.files[0]).not.toHaveProperty('text');
  });

  test('the summary counts the findings, and each quotes the words it points to', async () => {
    const report = await call(check.checkDocument, { text: NOTICE, withText: true });
    const findings = report.files[0]?.findings ?? [];
    const { errors, warnings, infos } = report.summary;

    expect(errors + warnings + infos).toBe(findings.length);
    expect(report.files[0]?.text).toBe(NOTICE);
    for (const { start, end, quote } of findings) expect(NOTICE.slice(start, end)).toBe(quote);
  });

  test('an uploaded file is read, and only the last part of its name is repeated', async () => {
    const file = new File([NOTICE], 'C:\\Users\\somebody\\通知.txt');
    const report = await call(check.checkDocument, { file, withText: true });

    expect(report.files[0]).toMatchObject({ path: '通知.txt', ok: true, text: NOTICE });
  });

  test('a file and its text get the same findings', async () => {
    const receivedAt = '2026-03-05T09:00+08:00';
    const ofText = await call(check.checkDocument, { text: NOTICE, receivedAt });
    const ofFile = await call(check.checkDocument, { file: new File([NOTICE], 'a.txt'), receivedAt });

    expect(ofFile.files[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(
      ofText.files[0]?.findings.map(({ ruleId }) => ruleId),
    );
  });

  test('a configuration counts, in a form as well', async () => {
    const config = { extends: ['recommended'] };

    expect((await call(check.checkDocument, { text: NOTICE, config })).version).toBe(1);
    expect((await call(check.checkDocument, { file: new File([NOTICE], 'a.txt'), config })).version).toBe(1);
  });

  test('many at once are all answered', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `第${index}号通知：请各村报送名单。`);
    const reports = await Promise.all(texts.map((text) => call(check.checkDocument, { text, withText: true })));

    expect(reports.map(({ files }) => files[0]?.text)).toEqual(texts);
  });

  test('nothing of the text is logged or counted', async () => {
    await call(check.checkDocument, { text: '请报送王小明的名单。', name: '王小明.txt' });
    const metrics = await (await app.request('/metrics')).text();

    expect(logged.join('') + metrics).not.toContain('王小明');
    expect(metrics).toMatch(/qingzhuang_check_seconds_count\{outcome="checked"\} [1-9]/);
  });
});

describe('what is refused', () => {
  test.each([
    ['no body', { body: '', headers: JSON_TYPE }, 400, 'malformed-json'],
    ['half a document', { body: '{"text":', headers: JSON_TYPE }, 400, 'malformed-json'],
    [
      'bytes that are no UTF-8',
      { body: new Uint8Array([0x22, 0xff, 0x22]), headers: JSON_TYPE },
      400,
      'malformed-json',
    ],
    ['a text without content type', { body: new Uint8Array([0x7b, 0x7d]) }, 415, 'unsupported-media-type'],
    ['a web form', { body: new URLSearchParams({ text: 'x' }) }, 415, 'unsupported-media-type'],
    ['XML', { body: '<a/>', headers: { 'content-type': 'application/xml' } }, 415, 'unsupported-media-type'],
    [
      'a compressed body',
      { body: '{}', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
      415,
      'unsupported-media-type',
    ],
    [
      'a form without boundary',
      { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
      400,
      'malformed-form',
    ],
    [
      'a form that breaks off',
      {
        body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
      400,
      'malformed-form',
    ],
    ['white space only', { body: '{"text":" \\n　"}', headers: JSON_TYPE }, 422, 'empty'],
    [
      'an unknown rule',
      { body: '{"text":"x","config":{"rules":{"no/such":"off"}}}', headers: JSON_TYPE },
      400,
      'invalid-configuration',
    ],
  ] satisfies [string, Post, number, string][])('%s', async (_, request, status, code) => {
    const { response, problem } = await post(request);

    expect([response.status, problem.code, problem.status]).toEqual([status, code, status]);
  });

  test.each([
    ['a list', '[]', ['']],
    ['nothing', 'null', ['']],
    ['no text', '{}', ['/text']],
    ['a number as text', '{"text":1}', ['/text']],
    ['unknown fields', '{"text":"x","a/b":1,"c~d":2}', ['/a~1b', '/c~0d']],
    ['a local time', '{"text":"x","receivedAt":"2026-03-02T09:00"}', ['/receivedAt']],
    ['a day that does not exist', '{"text":"x","receivedAt":"2026-02-30T09:00+08:00"}', ['/receivedAt']],
    ['an hour that does not exist', '{"text":"x","receivedAt":"2026-02-03T25:00+08:00"}', ['/receivedAt']],
    ['a wrong level', '{"text":"x","config":{"rules":{"report/rush":"fatal"}}}', ['/config/rules/report~1rush']],
    ['an unknown part of the configuration', '{"text":"x","config":{"suppressions":[]}}', ['/config/suppressions']],
    ['a polluted prototype', '{"text":"x","__proto__":{"admin":true}}', ['/__proto__']],
    ['an empty name', '{"text":"x","name":""}', ['/name']],
    [
      'options nested without end',
      `{"text":"x","config":{"rules":{"a":["error",{"b":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}}}`,
      ['/config/rules/a'],
    ],
  ])('%s is pointed out in its place', async (_, body, pointers) => {
    const { response, problem } = await post({ body, headers: JSON_TYPE });

    expect([response.status, problem.code]).toEqual([400, 'invalid-input']);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each([
    ['no file', [['receivedAt', '2026-03-02T09:00+08:00']], ['/file']],
    ['a text instead of a file', [['file', 'abc']], ['/file']],
    [
      'an unknown field',
      [
        ['file', new File(['abc'], 'a.txt')],
        ['text', 'x'],
      ],
      ['/text'],
    ],
    [
      'two files',
      [
        ['file', new File(['a'], 'a.txt')],
        ['file', new File(['b'], 'b.txt')],
      ],
      ['/file'],
    ],
    [
      'a configuration that is no JSON',
      [
        ['file', new File(['a'], 'a.txt')],
        ['config', '{'],
      ],
      ['/config'],
    ],
  ] satisfies [string, [string, string | File][], string[]][])('a form with %s', async (_, fields, pointers) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    const { response, problem } = await post({ body });

    expect([response.status, problem.code]).toEqual([400, 'invalid-input']);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test.each([
    ['encrypted', new File([inflateRawSync(Buffer.from(ENCRYPTED, 'base64'))], '通知.docx')],
    ['damaged', new File(['PK\u0003\u0004broken'], '通知.docx')],
    ['unsupported', new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3])], '通知.docx')],
    ['empty', new File([], '通知.docx')],
  ])('a file that is %s', async (code, file) => {
    const refusal = call(check.checkDocument, { file });

    await expect(refusal).rejects.toMatchObject({ name: 'Refusal', code });
  });
});

describe('limits', () => {
  test('a request that announces more than the limit is refused before it is read', async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const { response, problem } = await post({ body, headers: { ...JSON_TYPE, 'content-length': '33554433' } });

    expect([response.status, problem.code, problem.limitBytes]).toEqual([413, 'too-large', 33_554_432]);
    expect(response.headers.get('connection')).toBe('close');
    expect(read).toBeLessThanOrEqual(1); // A stream fills its queue by itself.
  });

  test('a request that does not announce its length is read up to the limit and no further', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const { response } = await post({ body, headers: JSON_TYPE });

    expect(response.status).toBe(413);
    expect(sent).toBeLessThanOrEqual(35 * 1024 * 1024);
  });

  test('a text of the longest length is taken, one letter more is not', async () => {
    const { problem } = await post({ body: JSON.stringify({ text: '字'.repeat(2_000_001) }), headers: JSON_TYPE });
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/text']);

    expect((await call(check.checkDocument, { text: ' '.repeat(1_999_999) + '字' })).summary.files).toBe(1);
  });

  test('who asks too often is told when to come again', async () => {
    const busy = await useTestApp({ checksPerMinute: 2, milliseconds: () => 0 });
    await busy.call(check.checkDocument, { text: '甲' });
    await busy.call(check.checkDocument, { text: '乙' });

    const response = await busy.app.request('/api/v1/check', { method: 'POST', headers: JSON_TYPE, body: '{}' });

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 30 });
    expect((await busy.app.request('/healthz')).status).toBe(200);
  });
});
