import { given, MEETING, neighbour, OTHER_BUREAU, VILLAGES } from './example.ts';
import { defineGateRule } from './gate-rule.ts';
import { gapMinutes, meetingsOfSamePeople } from './neighbours.ts';

/** Of another bureau, about something else. */
const OTHER = { issuer: OTHER_BUREAU, title: '秸秆禁烧会议', ask: '参加秸秆禁烧会议' };
const HOUR_LATER = { ...OTHER, startsAt: '2026-03-12T12:00:00+08:00', endsAt: '2026-03-12T12:30:00+08:00' };

export const nestedMeeting = defineGateRule({
  id: 'gate/nested-meeting',
  title: '大会套小会',
  severity: 'warning',
  basis: ['provisions-2024.meeting-count'],
  suggestion: '并入前一个会，作为其中一项议程，或改发书面材料。',
  sameAs: ['meeting/nested'],
  options: {
    overlap: { default: 0.6, source: 'house', meaning: '相同承接单位所占比例' },
    gapMinutes: { default: 60, source: 'house', meaning: '两次会议之间不超过几分钟' },
  },
  kinds: ['meeting'],
  missing: () => null,
  examples: {
    fires: [
      ['an hour after the other', given(MEETING, { neighbours: [neighbour(HOUR_LATER)] })],
      ['inside the other', given(MEETING, { neighbours: [neighbour(OTHER)] })],
    ],
    passes: [
      [
        'more than an hour after the other',
        given(MEETING, { neighbours: [neighbour({ ...HOUR_LATER, startsAt: '2026-03-12T12:01:00+08:00' })] }),
      ],
      ['other people', given(MEETING, { neighbours: [neighbour({ ...HOUR_LATER, shared: VILLAGES.slice(0, 2) })] })],
    ],
  },
  *find(gate, options) {
    const { details } = gate.draft;
    if (details.kind !== 'meeting') return;
    const hosts = meetingsOfSamePeople(gate, options.overlap).filter(
      (other) => gapMinutes(details, other) <= options.gapMinutes,
    );
    const [first] = hosts;
    if (first === undefined) return;
    yield { message: `紧挨「${first.title}」召开，到会的是同一批单位。`, demands: hosts.map(({ id }) => id) };
  },
});
