import { given, INSPECTION, MEETING, neighbour, VILLAGES } from './example.ts';
import { defineGateRule } from './gate-rule.ts';
import { isInWay } from './neighbours.ts';

export const overlap = defineGateRule({
  id: 'gate/overlap',
  title: '时间冲突',
  severity: 'warning',
  basis: [],
  suggestion: '改到空着的时间，或与同时间的那一项合并进行。',
  options: {},
  kinds: ['meeting', 'inspection'],
  missing: () => null,
  examples: {
    fires: [
      ['half an hour at the same time', given(MEETING, { neighbours: [neighbour()] })],
      ['one village in both', given(MEETING, { neighbours: [neighbour({ shared: [VILLAGES[0]] })] })],
      ['a visit on the day of a meeting', given(INSPECTION, { neighbours: [neighbour()] })],
    ],
    passes: [
      ['one after the other', given(MEETING, { neighbours: [neighbour({ startsAt: MEETING.endsAt })] })],
      [
        'the day after',
        given({ ...INSPECTION, from: '2026-03-13', until: '2026-03-13' }, { neighbours: [neighbour()] }),
      ],
      [
        'a visit that may come on any day of a month',
        given({ ...INSPECTION, from: '2026-03-01', until: '2026-03-31' }, { neighbours: [neighbour()] }),
      ],
    ],
  },
  *find({ draft, facts: { neighbours } }) {
    const clashes = neighbours.filter((other) => isInWay(draft.details, other));
    const [first] = clashes;
    if (first === undefined) return;
    const units = [...new Set(clashes.flatMap(({ shared }) => shared))];
    const others = clashes.length === 1 ? '' : `等${clashes.length}项`;
    yield {
      message: `${units.length}个承接单位在同一时间已有「${first.title}」${others}。`,
      units,
      demands: clashes.map(({ id }) => id),
    };
  },
});
