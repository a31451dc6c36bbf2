import { describe, expect, test } from 'vitest';
import { parseInstant } from '../schedule/local-time.ts';
import { readHeader } from './header.ts';
import { readKind } from './kind.ts';
import { readLines } from './lines.ts';
import { readMeeting, type Meeting } from './meeting.ts';
import { normalise } from './normalise.ts';
import { fastestOf } from '../testing/processor-time.ts';

function meetingOf(source: string, receivedAt = '2026-03-02T10:00+08:00'): Meeting | null {
  const normalised = normalise(source);
  const { text } = normalised;
  const lines = readLines(normalised, []);
  const header = readHeader(text, lines);
  return readMeeting(text, lines, { header, kind: readKind(header, text, lines), anchor: parseInstant(receivedAt) });
}

const NOTICE = `关于召开冬修水利会的通知
各镇：
一、时间：3月5日（周四）14:30—17:00
二、地点：县政府三楼会议室
三、参会人员：各镇镇长、水利站站长
四、议程
1.县水利局通报情况（20分钟）
2.表态发言，每人5分钟
五、有关要求：会前请假。

清河县水利局
2026年3月2日`;

test('a notice with labels', () => {
  expect(meetingOf(NOTICE)).toMatchObject({
    start: '2026-03-05T14:30+08:00',
    end: '2026-03-05T17:00+08:00',
    minutes: 150,
    mode: 'onsite',
    venue: '县政府三楼会议室',
    attendees: ['各镇镇长', '水利站站长'],
    days: ['2026-03-05'],
    levels: ['county', 'township'],
    agenda: [{ minutes: 20 }, { minutes: 5 }],
    weekdayMismatch: false,
  });
});

describe('times', () => {
  test.each([
    ['线上举行，14:00开始，17:20结束，中途不得退出。', null, 200],
    ['10:00开、11:15散的连线。', null, 75],
    ['明早九点大楼三层碰头', '2026-03-03T09:00+08:00', null],
    ['定于2026年3月5日上午9:00在县政府三楼召开冬修会，会期半天。', '2026-03-05T09:00+08:00', 240],
    ['会议定于3月5日下午2时至5时30分召开。', '2026-03-05T14:00+08:00', 210],
    ['会议定于3月5日9时召开，约两个半小时。', '2026-03-05T09:00+08:00', 150],
    ['3月5日9点半召开视频会，时长90分钟。', '2026-03-05T09:30+08:00', 90],
    ['会议时间：3月5日上午9:00-11:30，下午14:00-17:00\n会议地点：三楼', '2026-03-05T09:00+08:00', 330],
    ['培训时间：3月5日至7日\n地点：县党校\n参训人员：各村书记', null, 1440],
    ['3月5日22:00至次日6:00举办演练会商', '2026-03-05T22:00+08:00', 480],
    ['会议时间：3月5日9:00\n地点：三楼\n参会人员：村书记', '2026-03-05T09:00+08:00', null],
    ['会议时间：1月8日15:00\n地点：三楼\n参会人员：村书记', '2026-01-08T15:00+08:00', null],
  ])('%j starts at %s and takes %s minutes', (source, start, minutes) => {
    expect(meetingOf(source)).toMatchObject({ start, minutes });
  });

  test('sessions add up unless any one of them will do', () => {
    const sessions = '第一场：3月5日9:00-11:00，第二场：3月6日9:00-11:30，召开视频会';
    expect(meetingOf(`${sessions}。`)).toMatchObject({ minutes: 270, days: ['2026-03-05', '2026-03-06'] });
    expect(meetingOf(`${sessions}，任选一场。`)).toMatchObject({ minutes: 150 });
  });

  test('a December notice for January means the next year', () => {
    const source = '会议时间：1月8日15:00\n地点：三楼\n参会人员：村书记';
    expect(meetingOf(source, '2026-12-28T10:00+08:00')?.start).toBe('2027-01-08T15:00+08:00');
  });

  test('a weekday that is not the date’s is noticed', () => {
    expect(meetingOf('会议时间：3月5日（周五）9:00\n地点：三楼\n参会人员：村书记')?.weekdayMismatch).toBe(true);
  });
});

describe('mode, venue, people', () => {
  test.each([
    ['定于3月5日9:00在镇政府二楼会议室召开推进会，请各村书记参加。', 'onsite', '镇政府二楼会议室', ['各村书记']],
    ['会议时间：3月5日9:00\n会议形式：视频会议\n参会人员：各镇', 'video', null, ['各镇']],
    ['会议时间：3月5日9:00\n会议形式：线上线下结合\n会议地点：三楼', 'mixed', '三楼', []],
    [
      '会议时间：3月5日9:00\n地点：三楼\n参会人员：\n1.各村书记\n2.网格员\n会议要求：准时',
      'onsite',
      '三楼',
      ['各村书记', '网格员'],
    ],
  ])('%j', (source, mode, venue, attendees) => {
    expect(meetingOf(source)).toMatchObject({ mode, venue, attendees });
  });

  test('the levels reached are those of venues and people', () => {
    const source = '会议时间：3月5日9:00\n地点：主会场设在市农科院，各镇、各村设分会场\n参会人员：县直单位';
    expect(meetingOf(source)?.levels).toEqual(['county', 'township', 'village']);
  });
});

test.each([
  '请各村今日17:00前报送名单。',
  '会议控制在90分钟以内。',
  '认真贯彻3月5日县委会议精神。',
  '2025年3月5日召开的会议要求抓好春耕。',
  '复耕进度逢周二、周五各碰头一次。',
  '在全县会议上的讲话\n同志们：\n今天9:00召开会议。',
  '',
])('%j calls no meeting', (source) => {
  expect(meetingOf(source)).toBeNull();
});

test('the time for many sentences about meetings grows with their number', () => {
  for (const piece of ['3月5日9:00召开会议，', '时间：9:00\n', '9:00-', '3月5日召开。']) {
    expect(fastest(piece.repeat(100_000 / piece.length))).toBeLessThan(
      40 * Math.max(2, fastest(piece.repeat(10_000 / piece.length))),
    );
  }
});

function fastest(source: string): number {
  return fastestOf(4, () => meetingOf(source));
}

describe('how times and manners are put', () => {
  function noticeOf(words: string): string {
    return `关于召开冬修水利推进会的通知\n\n各镇：\n${words}\n\n清河县水利局\n2026年3月2日`;
  }

  test.each([
    ['一、时间：3月5日下午两点半，预计五点左右结束\n二、地点：党校', '03-05T14:30', '03-05T17:00', 150, 'onsite'],
    ['会议时间：3月5日8点半报到，9点开会，12点前结束。\n会议地点：迎宾馆', '03-05T09:00', '03-05T12:00', 180, 'onsite'],
    ['请于3月5日9点前到局里报到，会议9点20分开始，开到11点。', '03-05T09:20', '03-05T11:00', 100, null],
    ['会议时间：3月5日上午9:00，会期半天\n会议地点：三楼', '03-05T09:00', null, 240, 'onsite'],
    ['会议时间：3月5日上午9:00，全天\n会议地点：党校', '03-05T09:00', null, 480, 'onsite'],
    ['会议时间：3月5日上午10点，半个小时内开完。\n会议地点：小会议室', '03-05T10:00', '03-05T10:30', 30, 'onsite'],
    ['会议时间由3月4日上午9:00调整为3月5日下午2:30，地点不变，仍在三楼会议室。', '03-05T14:30', null, null, 'onsite'],
    ['原定3月4日召开的推进会延期至3月5日上午9:30。', '03-05T09:30', null, null, null],
    ['会议以“现场+直播”的形式举行，时间为3月5日下午两点到四点。', '03-05T14:00', '03-05T16:00', 120, 'mixed'],
    ['会议时间：3月5日15:00\n会议方式：主会场现场参会、各镇视频参会', '03-05T15:00', null, null, 'mixed'],
    ['会议采取网络视频方式，不设线下会场，时间：3月5日10:00—10:45。', '03-05T10:00', '03-05T10:45', 45, 'video'],
    ['会议时间：3月5日15:00，时长40分钟\n参会方式：手机接入云视讯', '03-05T15:00', '03-05T15:40', 40, 'video'],
    ['会议时间：3月5日9:30\n地点：主会场设在县局三楼，各镇设分会场', '03-05T09:30', null, null, 'video'],
  ])('%j', (words, ...expected) => {
    const [start, end, minutes, mode] = expected;
    const meeting = meetingOf(noticeOf(words));

    expect([meeting?.start?.slice(5, 16), meeting?.end?.slice(5, 16) ?? null]).toEqual([start, end]);
    expect(meeting).toMatchObject({ minutes, mode });
  });

  test.each([
    ['明早9点老地方开会，讲泵站检修。', '03-03T09:00', null, 'onsite'],
    ['今天下午两点钉钉会议，支书参加，一小时左右。', '03-02T14:00', 60, 'video'],
    ['原定今天下午的会改到明天上午十点，还是二楼，一个小时。', '03-03T10:00', 60, 'onsite'],
    ['下午三点腾讯会议，四点散。', '03-02T15:00', 60, 'video'],
  ])('in a message: %s', (words, start, minutes, mode) => {
    const meeting = meetingOf(`清河镇水利群\n\n3月2日 10:00\n水利站 老白：\n${words}\n\n10:05\n东村 老李：\n收到`);

    expect(meeting?.start?.slice(5, 16)).toBe(start);
    expect(meeting).toMatchObject({ minutes, mode });
  });

  test.each(['泵房昨天下午三点修好了，开会时说的那个阀门也换了。', '今天下午五点前把名单报我，开会要用。'])(
    'a message that calls no meeting: %s',
    (words) => {
      expect(meetingOf(`清河镇水利群\n\n3月2日 10:00\n水利站 老白：\n${words}`)).toBeNull();
    },
  );

  test('minutes record a meeting before their date', () => {
    const minutes =
      '专题会议纪要\n\n2月26日上午9:00—10:30，镇长在三楼会议室主持召开会议。会议议定：修好泵站。\n\n清河镇人民政府\n2026年3月2日';

    expect(meetingOf(minutes)).toMatchObject({ start: '2026-02-26T09:00+08:00', minutes: 90, mode: 'onsite' });
  });
});
