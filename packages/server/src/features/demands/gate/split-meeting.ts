import { drafted, given, MEETING, neighbour, OTHER_BUREAU, VILLAGES } from './example.ts';
import { defineGateRule } from './gate-rule.ts';
import { gapMinutes, isOnSameSubject, meetingsOfSamePeople, minutesOf } from './neighbours.ts';

const MINUTES_PER_DAY = 1440;

const THREE_OF_FIVE = VILLAGES.slice(0, 3);
const DAY_14 = { startsAt: '2026-03-26T11:00:00+08:00', endsAt: '2026-03-26T12:00:00+08:00' };
const NEXT_SERIES = { title: '河道保洁会议', ask: '参加河道保洁会议', series: '河湖长制' };

export const splitMeeting = defineGateRule({
  id: 'gate/split-meeting',
  title: '长会拆短会',
  severity: 'warning',
  basis: ['provisions-2024.meeting-count'],
  suggestion: '合成一次开，总时长不超过上限。',
  sameAs: ['meeting/split'],
  options: {
    overlap: { default: 0.6, source: 'house', meaning: '相同承接单位所占比例' },
    days: { default: 14, source: 'house', meaning: '两次会议相隔不超过几天' },
    similarity: { default: 0.6, source: 'house', meaning: '议题相似度' },
  },
  kinds: ['meeting'],
  missing: () => null,
  examples: {
    fires: [
      ['three of five villages', given(MEETING, { neighbours: [neighbour({ shared: THREE_OF_FIVE })] })],
      ['fourteen days later', given(MEETING, { neighbours: [neighbour(DAY_14)] })],
      ['two titles in one series', given({ ...MEETING, series: '河湖长制' }, { neighbours: [neighbour(NEXT_SERIES)] })],
    ],
    passes: [
      ['two of five villages', given(MEETING, { neighbours: [neighbour({ shared: VILLAGES.slice(0, 2) })] })],
      [
        'a minute more than fourteen days',
        given(MEETING, { neighbours: [neighbour({ ...DAY_14, startsAt: '2026-03-26T11:01:00+08:00' })] }),
      ],
      ['another subject', given(MEETING, { neighbours: [neighbour(NEXT_SERIES)] })],
      ['another convenor', given(MEETING, { neighbours: [neighbour({ issuer: OTHER_BUREAU })] })],
      ['a visit', given(MEETING, { neighbours: [neighbour({ kind: 'inspection' })] })],
      ['a task', drafted({}, { facts: given(MEETING, { neighbours: [neighbour()] }).facts })],
    ],
  },
  *find(gate, { overlap, days, similarity }) {
    const { details, issuer } = gate.draft;
    if (details.kind !== 'meeting') return;
    const sessions = meetingsOfSamePeople(gate, overlap).filter(
      (other) =>
        other.issuer === issuer &&
        gapMinutes(details, other) <= days * MINUTES_PER_DAY &&
        isOnSameSubject(gate, other, similarity),
    );
    const [first] = sessions;
    if (first === undefined) return;
    const minutes = [details, ...sessions].reduce((sum, session) => sum + minutesOf(session), 0);
    yield {
      message: `与「${first.title}」等共${sessions.length + 1}次会同一议题、同一批人，按一次会计算共${minutes}分钟。`,
      demands: sessions.map(({ id }) => id),
    };
  },
});
