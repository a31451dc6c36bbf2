import { codes, demands } from '@qingzhuang/contract';
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { systemChance } from '../../../platform/chance.ts';
import { inCounty } from '../../../platform/county.ts';
import { sha256 } from '../../../platform/cryptography.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { ACCOUNTS, type SignedIn } from '../../../testing/sign-in.ts';
import { NOW, useTestApp } from '../../../testing/app.ts';
import { listKeys } from '../../audit/index.ts';
import { digestTitle } from '../control-token.ts';
import { makeSlip, verifyCode } from './operations.ts';
import { statusOf } from './code-status.ts';

let milliseconds = 0;
const { app, call, db, keys, signInAs } = await useTestApp({
  milliseconds: () => milliseconds,
  accounts: { ...ACCOUNTS, url: 'https://gate.example' },
});

const CLOCK = { now: () => NOW, today: () => '2026-03-05' };
const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const VILLAGE = `${COUNTY}101201`;
const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const clerk = await signInAs('bearer-clerk', VILLAGE);
const stranger = await signInAs('drafter', '130102000011');

const task: demands.DemandDraft = {
  title: '关于核实 <b>汛期</b> & "危房" 的通知',
  ask: '核对 12 户危房信息',
  issuer: BUREAU,
  bearers: [VILLAGE],
  dueAt: '2026-03-20T10:00:00Z',
  expiresOn: '2026-06-30',
  planItem: null,
  details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
};

async function drafted(by: SignedIn = drafter): Promise<demands.Demand> {
  return (await by.call(demands.draftDemand, task)) as demands.Demand;
}

async function admitted(): Promise<demands.Demand & { code: string }> {
  const { id, version } = await drafted();
  const { version: seen } = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
  const demand = await lead.call(demands.admitDemand, { id, reason: null, caseByCase: false }, { ifMatch: seen });
  return demand as demands.Demand & { code: string };
}

const PIXELS = 4;

/** What a camera reads, four pixels for a module. */
function readQrCode(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * PIXELS;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let line = 0; line < PIXELS; line += 1) {
      const from = ((Number(y) * PIXELS + line) * size + Number(x) * PIXELS) * 4;
      data.fill(0, from, from + Number(width) * PIXELS * 4);
    }
  }
  return decodeQR({ width: size, height: size, data: data.map((byte, place) => (place % 4 === 3 ? 255 : byte)) });
}

/** A new minute: nobody is held up by what tests before have asked for. */
function rest(): void {
  milliseconds += 60_000;
}

describe('looking a code up without an account', () => {
  test('tells who asks what until when and what it costs, and nothing about people', async () => {
    rest();
    const { code } = await admitted();
    const reading = await call(codes.readCode, { code: ` ${code.toLowerCase().replaceAll('-', '')} ` });

    expect(reading).toMatchObject({ status: 'admitted', code, suggestion: null });
    expect(reading.demand).toMatchObject({ title: task.title, issuer: BUREAU, expiresOn: '2026-06-30' });
    expect(codes.CodeReading.parse(reading)).toEqual(reading);
    expect(JSON.stringify(reading)).not.toContain(drafter.person);
    expect(Object.keys(reading.demand ?? {})).not.toContain('id');
  });

  test('follows what becomes of the demand', async () => {
    rest();
    const { id, code, version } = await admitted();
    const suspended = await lead.call(demands.suspendDemand, { id, reason: '汛情' }, { ifMatch: version });
    expect(await call(codes.readCode, { code })).toMatchObject({ status: 'suspended' });

    await drafter.call(demands.withdrawDemand, { id, reason: '不需要了' }, { ifMatch: suspended.version });
    const reading = await call(codes.readCode, { code });
    expect(reading).toMatchObject({ status: 'withdrawn' });
    expect(JSON.stringify(reading)).not.toContain('汛情');
  });

  test('proposes the code that one wrong character was meant for, and acts on none', async () => {
    rest();
    const { code } = await admitted();
    const wrong = `${code.slice(0, 5)}${code[5] === '7' ? '8' : '7'}${code.slice(6)}`;

    expect(await call(codes.readCode, { code: wrong })).toEqual({
      status: 'mistyped',
      code: null,
      suggestion: code,
      demand: null,
      doubt: null,
    });
  });

  test('answers the same for a code never given out, whatever is being drafted', async () => {
    rest();
    const reading = await call(codes.readCode, { code: 'ZZ26-0000-00' });
    await drafted();

    expect(reading.demand).toBeNull();
    expect(await call(codes.readCode, { code: 'ZZ26-0000-00' })).toEqual(reading);
  });

  test.each([
    ["'; drop table demand; --"],
    ['<script>alert(1)</script>'],
    ['../../../etc/passwd'],
    ['%00'],
    ['QH26-7K3F-P1\u202e'],
    ['🐛🐛🐛🐛🐛🐛🐛🐛🐛🐛'],
    ['ＱＨ２６'],
    ['9'.repeat(100)],
    [' '.repeat(99)],
    ['null'],
  ])('takes %j as no more than a mistake', async (code) => {
    rest();
    const reading = await call(codes.readCode, { code });

    expect(reading.demand).toBeNull();
  });

  test('is refused when it is too long, and when one address asks too often', async () => {
    rest();
    await expect(call(codes.readCode, { code: 'A'.repeat(501) })).rejects.toMatchObject({ code: 'invalid-input' });
    rest();
    const asked = await Promise.allSettled(
      Array.from({ length: 130 }, () => call(codes.readCode, { code: 'QH26-7K3F-P1' })),
    );
    expect(asked.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  });
});

test.each<[demands.DemandState, string, codes.CodeStatus]>([
  ['admitted', '2026-03-05', 'admitted'],
  ['running', '2026-03-05', 'admitted'],
  ['running', '2026-03-04', 'expired'],
  ['suspended', '2026-03-05', 'suspended'],
  ['suspended', '2026-03-04', 'expired'],
  ['withdrawn', '2026-03-04', 'withdrawn'],
  ['closed', '2026-03-04', 'closed'],
  ['reviewed', '2026-03-04', 'closed'],
  ['expired', '2026-03-05', 'expired'],
  ['draft', '2026-03-05', 'never-admitted'],
])('a demand that is %s with its last day %s shows on 5 March as %s', (state, expiresOn, status) => {
  expect(statusOf({ state, expiresOn }, '2026-03-05')).toBe(status);
});

describe('the slip', () => {
  test('is a page that stands alone: code, QR code, issuer, hours, and how to check', async () => {
    const { id, code } = await admitted();
    const page = await drafter.call(codes.readSlip, { id });

    expect(page).toContain(code);
    expect(page).toContain('<svg');
    expect(page).toContain(`单位${BUREAU}`);
    expect(page).toContain('2026-06-30');
    expect(page).toContain('gate.example');
    expect(page).toContain('关于核实 &lt;b&gt;汛期&lt;/b&gt; &amp; &quot;危房&quot; 的通知');
    expect(page).not.toMatch(/<(script|link|img)|https?:\/\/(?!www\.w3\.org)/);
    const picture = await clerk.call(codes.readSlipImage, { id });
    expect(picture).toMatch(/^<svg xmlns/);
    expect(picture).toContain(code);
  });

  test('has a QR code that leads to a page which says what the code is worth', async () => {
    rest();
    const { id, code } = await admitted();
    const { qrCode, token } = await inCounty(db, COUNTY, (tx) => {
      const acting = { db: tx, actor: drafter.actor, clock: CLOCK, chance: systemChance, metrics: createMetrics() };
      return makeSlip(acting, id, { keys, url: 'https://gate.example' });
    });
    const text = readQrCode(qrCode);

    expect(text).toBe(`HTTPS://GATE.EXAMPLE/C/${token}`);
    const known = await listKeys(keys, COUNTY);
    const verdict = verifyCode(text, { ...known, today: '2026-03-05' });
    expect(verdict).toMatchObject({ state: 'valid', token: { code, titleDigest: digestTitle(task.title, sha256) } });
    expect(verifyCode(token, { ...known, today: '2026-07-01' })).toMatchObject({ state: 'expired' });
    expect(verifyCode(token, { keys: [], today: '2026-03-05' })).toEqual({ state: 'unknown-key' });
    expect(await call(codes.readCode, { code: token })).toMatchObject({ status: 'admitted', code, doubt: null });
    const forged = `${token.slice(0, 60)}${token[60] === '0' ? '1' : '0'}${token.slice(61)}`;
    expect(await call(codes.readCode, { code: forged })).toMatchObject({ doubt: 'not-ours', code: null, demand: null });
  });

  test('is verified from its printed words alone, without a network', async () => {
    rest();
    const { id, code } = await admitted();
    const page = await drafter.call(codes.readSlip, { id });
    const [, printed = ''] = /<p class="token">([^<]+)<\/p>/u.exec(page) ?? [];
    const known = await listKeys(keys, COUNTY);

    expect(verifyCode(printed, { ...known, today: '2026-03-05' })).toMatchObject({ state: 'valid', token: { code } });
    expect(verifyCode(printed.replace(/^./u, 'x'), { ...known, today: '2026-03-05' }).state).not.toBe('valid');
  });

  test('is refused before admission, to another county and without an account', async () => {
    const { id } = await drafted();
    await expect(drafter.call(codes.readSlip, { id })).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(clerk.call(codes.readSlip, { id })).rejects.toMatchObject({ code: 'no-such-record' });
    const { id: public_ } = await admitted();
    for (const slip of [codes.readSlip, codes.readSlipImage]) {
      await expect(stranger.call(slip, { id: public_ })).rejects.toMatchObject({ code: 'no-such-record' });
      await expect(call(slip, { id: public_ })).rejects.toMatchObject({ code: 'not-signed-in' });
    }
  });
});

describe('the public register', () => {
  test('lists what was admitted in pages, and never a draft', async () => {
    rest();
    await drafted();
    const newest = await admitted();
    const first = await call(codes.listRegister, { county: COUNTY, limit: 2 });
    const second = await call(codes.listRegister, { county: COUNTY, limit: 2, cursor: first.next ?? '' });
    const all = await call(codes.listRegister, { county: COUNTY, limit: 200 });

    expect(first.items).toHaveLength(2);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
    expect(all.items.map(({ code }) => code)).toContain(newest.code);
    expect(all.items.every(({ status }) => status !== 'never-admitted')).toBe(true);
    expect(JSON.stringify(all)).not.toContain(drafter.person);
  });

  test('can be narrowed to a kind and an issuer, and every county has its own', async () => {
    rest();
    async function count(more: object): Promise<number> {
      return (await call(codes.listRegister, { county: COUNTY, ...more })).items.length;
    }

    expect(await count({ kind: 'task' })).toBeGreaterThan(0);
    expect(await count({ kind: 'meeting' })).toBe(0);
    expect(await count({ issuer: BUREAU })).toBeGreaterThan(0);
    expect(await count({ issuer: VILLAGE })).toBe(0);
    expect((await call(codes.listRegister, { county: '130102' })).items).toEqual([]);
    await expect(call(codes.listRegister, { county: '999999' })).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('is found by the words of its demands and lists the counties that have one', async () => {
    rest();
    const { code } = await admitted();
    async function find(q: string): Promise<string[]> {
      return (await call(codes.listRegister, { county: COUNTY, q, limit: 200 })).items.map((item) => item.code);
    }

    expect(await find('危房信息')).toContain(code);
    expect(await find(code.toLowerCase())).toEqual([code]);
    expect(await find('%')).toEqual([]);
    const { items } = await call(codes.listRegisters);
    expect(items.map(({ county }) => county)).toContain(COUNTY);
  });

  test('can be subscribed to', async () => {
    rest();
    const { code } = await admitted();
    const response = await app.request(`/api/v1/register/${COUNTY}/feed.atom`);
    const feed = await response.text();

    expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
    expect(feed).toContain(`<id>urn:qingzhuang:code:${code}</id>`);
    expect(feed).toContain('&lt;b&gt;汛期&lt;/b&gt;');
    expect(feed).toContain(`https://gate.example/C/${code}`);
  });
});
