import { burdenOf } from '../burden.ts';
import { saidBy, type TextMeeting } from '../text-asks.ts';
import { drafted, MEETING, TASK } from './example.ts';
import type { GateCase } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';

const SENTENCES = ['定于3月12日10时至11时在县政府三楼会议室召开'];
const SAID: TextMeeting = { minutes: 60, mode: 'onsite', timesPerYear: 1, sentences: SENTENCES };
/** What rounding of times may leave. */
const LEAST_MINUTES = 1;

export const differsFromText = defineGateRule({
  id: 'gate/differs-from-text',
  title: '填写的比正文要求的少',
  severity: 'warning',
  basis: [],
  suggestion: '把正文照改，换上改好的正文；正文没有改，就按正文计时。',
  options: {},
  missing: () => null,
  examples: {
    fires: [
      ['a meeting on line that the text holds in a room', texted({ ...MEETING, mode: 'video' }, SAID)],
      ['half an hour, where the text says an hour', texted(meetingOf(30), SAID)],
      ['a task, where the text calls a meeting', texted({ ...TASK, visits: 0 }, SAID)],
      ['a task once, where the text asks it every week', texted(TASK, null, 52)],
    ],
    passes: [
      ['what the text says', texted(MEETING, SAID)],
      ['more than the text says', texted(meetingOf(90), SAID)],
      ['what the text does not say', texted({ ...MEETING, mode: 'video' }, { ...SAID, minutes: null, mode: null })],
      ['no text', drafted({ details: MEETING })],
    ],
  },
  *find({ draft: { details }, text }) {
    const said = text === null ? null : saidBy(text, details);
    if (text === null || said === null) return;
    const less = said.likely - burdenOf(details, null).perBearerMinutes.likely;
    if (less < LEAST_MINUTES) return;
    const quoted = (text.asks?.meeting?.sentences ?? []).slice(0, 1).map((sentence) => `写的是「${sentence}」，`);
    yield { message: `正文还没有改：${quoted.join('')}填写的内容比正文每个单位每年少${Math.round(less)}分钟。` };
  },
});

function meetingOf(minutes: number): typeof MEETING {
  return { ...MEETING, endsAt: new Date(Date.parse(MEETING.startsAt) + minutes * 60_000).toISOString() };
}

function texted(details: GateCase['draft']['details'], meeting: TextMeeting | null, timesPerYear = 1): GateCase {
  const text = { perBearerMinutes: null, asks: { orders: [], timesPerYear, meeting } };
  return drafted({ details }, { text });
}
