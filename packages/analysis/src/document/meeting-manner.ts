/** How and where a meeting is held: in one room, over a line, or both. */
import type { ReportedMeeting } from '../report.ts';
import type { Span } from './stance.ts';

const VIDEO =
  /视频|视讯|视联|线上|在线(?:会议|培训|方式|参会|收看)|网上(?:会议|直播)|腾讯会议|钉钉|飞书|云会议|网络会议|远程|连线|会议号|会议码|直播|电视电话|电话会议|小鱼易连|收听收看|收看|主会场/u;
const ONSITE =
  /现场|线下|会议室|礼堂|会堂|大楼|宾馆|酒店|[一二三四五六七八九十\d]+楼|\d{3,4}室|会场|集中到|党校|村部|教室|大厅|报告厅|会议中心|会议厅|[一二三四五六\d]号厅|活动中心|指挥中心|老地方|在[^,。;\n]{0,8}办公室|院(?:里|内|坝)|门口|操场|广场/u;
const ON_SCREEN = '(?:线上|视频|直播|网络|远程|连线)';
const IN_ROOM = '(?:现场|线下|实地)';
const JOINED = '[^。;\\n]{0,6}(?:\\+|与|和|加|、|及|,|相?结合|同步)[^。;\\n]{0,8}';
/** 线上线下结合, 现场会+视频会, 主会场现场参会、分会场视频参会. */
const MIXED = new RegExp(
  `线上线下|线下线上|${IN_ROOM}"?${JOINED}${ON_SCREEN}|${ON_SCREEN}"?${JOINED}${IN_ROOM}(?!秩序|直播|调试)|(?:室|楼|现场|会场)(?:参加|参会)[^。\\n]{0,12}${ON_SCREEN}`,
  'u',
);
const NOT_HELD = /不(?:设|开|组织|安排|召开|再)[^,。;\n]{0,4}(?:线下|现场|线上|视频|分会场)[^,。;\n]{0,4}/gu;
const VENUE =
  /(?:在|于|到|赴|地点(?:为|在|是)?|设在|前往)(?<place>[^,。;:\n在于到]{2,36}?(?:会议室|礼堂|会议厅|报告厅|党校|村部|广场|教室|会堂|大厅|会场|会议中心|活动中心|中心|大院|[一二三四五六七八九十\d]+楼(?:[^,。;:\n]{0,10}(?:会议室|厅|室))?))|(?<spot>(?:大楼|[\u4e00-\u9fff]{0,8}楼)?[一二三四五六七八九十\d]{1,3}楼(?:[\u4e00-\u9fff]{0,8}(?:会议室|厅))?)/u;

/** `words` are title and whatever tells of time, place, form and people; a place that is named and is no screen is one to go to. */
export function modeOf(words: string, places: readonly Span[]): ReportedMeeting['mode'] {
  const held = words.replace(NOT_HELD, '');
  if (MIXED.test(held)) return 'mixed';
  if (VIDEO.test(held)) return 'video';
  return ONSITE.test(held) || places.some(({ start, end }) => end > start) ? 'onsite' : null;
}

/** Where it is held: the place that a label names, else one named in prose. */
export function venueOf(
  text: string,
  { places, prose }: { readonly places: readonly Span[]; readonly prose: readonly Span[] },
): Span | null {
  const place = places.find(({ start, end }) => end > start);
  if (place) {
    const stop = text.slice(place.start, place.end).search(/[。;\n]/u);
    return { start: place.start, end: stop < 0 ? place.end : place.start + stop };
  }
  for (const { start, end } of prose) {
    const match = VENUE.exec(text.slice(start, end));
    if (!match) continue;
    const to = start + match.index + match[0].length;
    return { start: to - (match.groups?.['place'] ?? match[0]).length, end: to };
  }
  return null;
}
