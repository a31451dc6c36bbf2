import { z } from 'zod';
import { isRefusalCode, Refusal, refusals, type RefusalCode, type RefusalFacts } from './refusal.ts';

const codes = Object.keys(refusals).filter(isRefusalCode);

/** A refusal on the wire: RFC 9457 problem details. */
export const Problem = z
  .object({
    /** Where the code is explained. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).exactOptional(),
    limitBytes: z.int().exactOptional(),
    retryAfterSeconds: z.int().exactOptional(),
    allow: z.array(z.string()).exactOptional(),
  })
  .meta({ id: 'Problem', description: '出错时的回复（RFC 9457）。code 是固定不变的错误代码。' });
export type Problem = z.infer<typeof Problem>;

/** The page on which people read what a code means. */
export function typeOf(code: RefusalCode): string {
  return `/api/docs#${code}`;
}

export function toProblem(refusal: Refusal, status: number, requestId: string): Problem {
  const { code, facts } = refusal;
  const { title, advice } = refusals[code];
  const { errors, allow, ...numbers } = facts;
  return {
    type: typeOf(code),
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
  if (!problem.success) return undefined;
  const { type, title, status, detail, code, requestId, ...facts } = problem.data;
  return new Refusal(code, facts satisfies RefusalFacts);
}
