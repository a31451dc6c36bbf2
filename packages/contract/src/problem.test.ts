import { expect, test } from 'vitest';
import { Problem, readProblem, toProblem } from './problem.ts';
import { isRefusalCode, Refusal, refusals } from './refusal.ts';

const codes = Object.keys(refusals).filter(isRefusalCode);

test.each(codes)('%s crosses the wire with its sentences and comes back the same', (code) => {
  const facts = { retryAfterSeconds: 2, limitBytes: 10, allow: ['GET'], errors: [{ pointer: '/a', detail: 'b' }] };
  const refusal = new Refusal(code, facts);
  const problem: unknown = JSON.parse(JSON.stringify(toProblem(refusal, 400, 'r1')));

  expect(Problem.parse(problem)).toMatchObject({ code, status: 400, requestId: 'r1', type: `/api/docs#${code}` });
  expect(readProblem(problem)).toEqual(refusal);
});

test('a refusal without facts carries none', () => {
  expect(Object.keys(toProblem(new Refusal('busy'), 503, 'r1')).toSorted()).toEqual(
    ['code', 'detail', 'requestId', 'status', 'title', 'type'].toSorted(),
  );
});

test.each([undefined, null, 'busy', { code: 'busy' }, { code: 'toString' }])('%j is no problem of ours', (body) => {
  expect(readProblem(body)).toBeUndefined();
});
