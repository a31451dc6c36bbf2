import { z } from 'zod';
import { isRefusalCode, Refusal, refusals } from './refusal.ts';

const codes = Object.keys(refusals).filter(isRefusalCode);

const Facts = z.object({
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).exactOptional(),
  limitBytes: z.int().exactOptional(),
  retryAfterSeconds: z.int().exactOptional(),
  allow: z.array(z.string()).exactOptional(),
  version: z.int().exactOptional(),
});

/** A refusal on the wire: RFC 9457 problem details. */
export const Problem = Facts.extend({
  type: z.string().describe('说明这个错误代码的网页'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(codes),
  requestId: z.string(),
}).meta({ id: 'Problem', description: '出错时的回复（RFC 9457）。code 是固定不变的错误代码。' });
export type Problem = z.infer<typeof Problem>;

export function toProblem(refusal: Refusal, status: number, requestId: string): Problem {
  const { code, facts } = refusal;
  const { title, advice } = refusals[code];
  const { errors, allow, ...numbers } = facts;
  return {
    type: `/api/docs#${code}`,
    title,
    status,
    detail: advice,
    code,
    requestId,
    ...numbers,
    ...(errors && { errors: [...errors] }),
    ...(allow && { allow: [...allow] }),
  };
}

/** The refusal that a reply carries, or undefined when the reply is no problem document of ours. */
export function readProblem(body: unknown): Refusal | undefined {
  const problem = Problem.safeParse(body);
  return problem.success ? new Refusal(problem.data.code, Facts.parse(body)) : undefined;
}
