import { given, MEETING } from './example.ts';
import { defineGateRule } from './gate-rule.ts';

const ONLINE = { ...MEETING, mode: 'video' } as const;
const HALF = { share: 0.5 };

export const cloudShare = defineGateRule({
  id: 'gate/cloud-share',
  title: '线上会议过多',
  severity: 'warning',
  basis: [],
  suggestion: '改发一页要点，或并入已经安排的会议。',
  options: { share: { default: null as number | null, source: 'county', meaning: '线上会议与线下会议次数之比的上限' } },
  kinds: ['meeting'],
  missing: (_, { share }) => (share === null ? '线上会议占比上限（本县未定）' : null),
  examples: {
    fires: [
      ['three on line to four in a room', given(ONLINE, { meetings: { online: 2, offline: 4 } }), HALF],
      ['the first of the year is on line', given(ONLINE, { meetings: { online: 0, offline: 0 } }), HALF],
      ['weekly on line', given({ ...ONLINE, timesPerYear: 52 }, { meetings: { online: 0, offline: 100 } }), HALF],
    ],
    passes: [
      ['two on line to four in a room', given(ONLINE, { meetings: { online: 1, offline: 4 } }), HALF],
      ['in a room', given(MEETING, { meetings: { online: 9, offline: 0 } }), HALF],
    ],
  },
  *find({ draft: { details }, facts: { meetings } }, { share }) {
    if (details.kind !== 'meeting' || details.mode !== 'video' || share === null) return;
    const online = meetings.online + details.timesPerYear;
    if (online <= share * meetings.offline) return;
    yield { message: `本单位今年线上会议将达${online}次，线下${meetings.offline}次，超过本县规定的比例${share}。` };
  },
});
