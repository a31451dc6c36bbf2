import { expect, test } from 'vitest';
import { originOf } from './visit.ts';

const plain = { url: undefined, behindProxy: false };
const proxied = { url: undefined, behindProxy: true };

test.each([
  [plain, undefined, 'http://gate.example:8080'],
  [plain, 'https', 'http://gate.example:8080'],
  [proxied, undefined, 'http://gate.example:8080'],
  [proxied, 'https', 'https://gate.example:8080'],
  [proxied, 'http, https', 'https://gate.example:8080'],
  [proxied, 'javascript', 'http://gate.example:8080'],
  [{ url: 'https://gate.example/', behindProxy: false }, undefined, 'https://gate.example'],
])('with %j and X-Forwarded-Proto %s the browser shows %s', (settings, forwarded, origin) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-proto': forwarded };

  expect(originOf(new Request('http://gate.example:8080/api/v1/me', { headers }), settings)).toBe(origin);
});
