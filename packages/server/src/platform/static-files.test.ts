import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { openStaticFiles } from './static-files.ts';

const SCRIPT = 'console.log("轻装");\n'.repeat(200);
const site = await mkdtemp(path.join(tmpdir(), 'qingzhuang-test-'));
afterAll(() => rm(site, { recursive: true }));
await mkdir(path.join(site, 'dist/assets'), { recursive: true });
await writeFile(path.join(site, 'secret.txt'), 'secret');
await writeFile(path.join(site, 'dist/index.html'), '<!doctype html><title>轻装</title>');
await writeFile(path.join(site, 'dist/assets/main-abc123.js'), SCRIPT);
await writeFile(path.join(site, 'dist/assets/gone-abc123.js'), SCRIPT);
await writeFile(path.join(site, 'dist/图标.svg'), '<svg/>');
await writeFile(path.join(site, 'dist/font.woff2'), 'x'.repeat(5000));

const { app } = await useTestApp({ pages: await openStaticFiles(path.join(site, 'dist')) });

function get(address: string, headers: Record<string, string> = {}): Promise<Response> | Response {
  return app.request(address, { headers });
}

test('a site that has not been built is no site', async () => {
  expect(await openStaticFiles(path.join(site, 'nowhere'))).toBeUndefined();
  expect(await openStaticFiles(path.join(site, 'dist/assets'))).toBeUndefined();
});

describe('pages', () => {
  test.each(['/', '/index.html', '/check', '/demands/QH26-7K3F-9D'])('%s gets the page', async (address) => {
    const response = await get(address);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('轻装');
  });

  test.each([
    '/assets/gone-000000.js',
    '/api/v1/nothing',
    '/api/nothing',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%E0%A4%A.js',
  ])('%s gets no page', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  test('a name in Chinese is found', async () => {
    const response = await get(`/${encodeURIComponent('图标.svg')}`);

    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toBe('<svg/>');
  });
});

describe('files with a hash in their name', () => {
  const address = '/assets/main-abc123.js';

  test('may be kept for ever', async () => {
    expect((await get(address)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['identity', null],
    ['', null],
  ])('are sent to a browser that accepts "%s" as %s', async (accepted, encoding) => {
    const response = await get(address, { 'accept-encoding': accepted });
    const bytes = Buffer.from(await response.arrayBuffer());
    const decode = { br: brotliDecompressSync, gzip: gunzipSync, none: (plain: Buffer) => plain };

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(decode[encoding === 'br' || encoding === 'gzip' ? encoding : 'none'](bytes).toString()).toBe(SCRIPT);
  });

  test('are not sent again to a browser that has them, in either encoding', async () => {
    const br = (await get(address, { 'accept-encoding': 'br' })).headers.get('etag') ?? '';
    const plain = (await get(address)).headers.get('etag') ?? '';
    expect(br).not.toBe(plain);

    const again = await get(address, { 'accept-encoding': 'br', 'if-none-match': `"other", W/${br}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get(address, { 'if-none-match': br })).status).toBe(200);
  });
});

test('what is compressed already is sent as it is', async () => {
  const response = await get('/font.woff2', { 'accept-encoding': 'br' });

  expect(response.headers.get('content-encoding')).toBeNull();
  expect(response.headers.get('content-type')).toBe('font/woff2');
});

test('a file that is gone since the start is not found', async () => {
  await unlink(path.join(site, 'dist/assets/gone-abc123.js'));

  expect((await get('/assets/gone-abc123.js')).status).toBe(404);
});
