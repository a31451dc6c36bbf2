import { registered, TASK } from './example.ts';
import { defineGateRule } from './gate-rule.ts';
import { isListed } from './listed.ts';

const DUTIES = ['小型水库日常巡查', '邻里纠纷调解'];

export const notOnDutyList = defineGateRule({
  id: 'gate/not-on-duty-list',
  title: '清单外事项',
  severity: 'warning',
  basis: ['duty-2024.lists'],
  suggestion: '写明履职清单中的事项；清单外的先走准入程序并随拨经费。',
  sameAs: ['task/off-list'],
  options: {},
  kinds: ['task'],
  missing: ({ facts }) => (facts.registers.duties === null ? '履职事项清单' : null),
  examples: {
    fires: [
      ['a duty that is not listed', registered({ ...TASK, duty: '烟花库房核验' }, { duties: DUTIES })],
      ['no duty named', registered(TASK, { duties: DUTIES })],
    ],
    passes: [
      ['a duty of the list', registered({ ...TASK, duty: '邻里纠纷调解' }, { duties: DUTIES })],
      ['a duty written with spaces', registered({ ...TASK, duty: ' 邻里 纠纷调解' }, { duties: DUTIES })],
    ],
  },
  *find({ draft: { details }, facts }) {
    if (details.kind !== 'task' || isListed(details.duty, facts.registers.duties ?? [])) return;
    yield {
      message: details.duty === null ? '没有写是履职清单中的哪一项。' : `履职清单中没有“${details.duty}”。`,
    };
  },
});
