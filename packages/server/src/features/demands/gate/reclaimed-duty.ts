import { drafted, registered, TASK } from './example.ts';
import { defineGateRule } from './gate-rule.ts';
import { findMentioned } from './listed.ts';

const TAKEN_BACK = ['烟花爆竹库房核验'];

export const reclaimedDuty = defineGateRule({
  id: 'gate/reclaimed-duty',
  title: '上级收回事项',
  severity: 'error',
  basis: ['duty-2024.lists'],
  suggestion: '由收回事项的部门自己办，撤回这一要求。',
  sameAs: ['task/off-list'],
  options: {},
  missing: ({ facts }) => (facts.registers.reclaimedDuties === null ? '上级收回事项清单' : null),
  examples: {
    fires: [
      ['named as the duty', registered({ ...TASK, duty: '烟花爆竹库房核验' }, { reclaimedDuties: TAKEN_BACK })],
      [
        'named in what is asked only',
        drafted(
          { ask: '完成辖区烟花爆竹库房核验并建档' },
          { facts: registered(TASK, { reclaimedDuties: TAKEN_BACK }).facts },
        ),
      ],
    ],
    passes: [['another duty', registered({ ...TASK, duty: '烟花禁放宣传' }, { reclaimedDuties: TAKEN_BACK })]],
  },
  *find({ draft: { title, ask, details }, facts }) {
    const duty = details.kind === 'task' ? details.duty : null;
    const found = findMentioned([title, ask, duty ?? ''], facts.registers.reclaimedDuties ?? []);
    if (found !== undefined) yield { message: `“${found}”在上级收回事项清单上。`, endsAll: true };
  },
});
