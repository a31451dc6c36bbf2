import { registered, TASK } from './example.ts';
import { defineGateRule } from './gate-rule.ts';

const REASON = '三次督查没有发现问题';

export const blockedIssuer = defineGateRule({
  id: 'gate/blocked-issuer',
  title: '单位受限',
  severity: 'error',
  basis: ['chengdu-2025.text'],
  suggestion: '受限期间由减负办决定是否准予；先办结已有事项。',
  options: {},
  missing: ({ facts }) => (facts.registers.restrictions === null ? '受限单位名单' : null),
  examples: {
    fires: [['restricted for this kind', registered(TASK, { restrictions: [{ kind: 'task', reason: REASON }] })]],
    passes: [
      ['restricted for another kind', registered(TASK, { restrictions: [{ kind: 'meeting', reason: REASON }] })],
      ['restricted for nothing', registered(TASK, { restrictions: [] })],
    ],
  },
  *find({ draft: { details }, facts }) {
    const restriction = facts.registers.restrictions?.find(({ kind }) => kind === details.kind);
    if (restriction !== undefined) yield { message: `本单位这类事项目前受限：${restriction.reason}。` };
  },
});
