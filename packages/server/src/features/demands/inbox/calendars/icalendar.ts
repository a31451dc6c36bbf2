/**
 * A calendar as RFC 5545 text. Written here because the libraries at hand write the hours of the machine's own zone
 * under a zone's name, or stamps without theirs.
 */

export interface CalendarEvent {
  /** Stays the same as long as the event is the same. */
  readonly uid: string;
  /** Grows with every change: a phone takes over nothing under a number it has seen. */
  readonly sequence: number;
  /** RFC 3339. */
  readonly changedAt: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

const ZONE = 'Asia/Shanghai';
/** China has had one zone and no summer time since 1992. */
const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The whole calendar, times in China's zone, lines folded and ended as the standard asks. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//qingzhuang//gate//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escapeText(name)}`, `X-WR-TIMEZONE:${ZONE}`],
    // Phones ask again once an hour.
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...ZONE_LINES,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, start, end, summary, description, location, status } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(changedAt, 0)}Z`,
    `LAST-MODIFIED:${compact(changedAt, 0)}Z`,
    `DTSTART;TZID=${ZONE}:${compact(start, CHINA_HOURS)}`,
    `DTEND;TZID=${ZONE}:${compact(end, CHINA_HOURS)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(location === null ? [] : [`LOCATION:${escapeText(location)}`]),
    `STATUS:${status}`,
    'END:VEVENT',
  ];
}

const HOUR_MS = 3_600_000;
const CHINA_HOURS = 8;

/** `20260310T090000` in the zone so many hours ahead of UTC. */
function compact(instant: string, hoursAhead: number): string {
  const local = new Date(Date.parse(instant) + hoursAhead * HOUR_MS).toISOString();
  return local.slice(0, 19).replaceAll(/[-:]/gu, '');
}

/** Text inside a value; what cannot stand in one is left out. */
function escapeText(text: string): string {
  return (
    text
      // Some readers end a line at the separators of Unicode too.
      .replaceAll(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
      .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
      .replaceAll(/[\\;,]/gu, String.raw`\$&`)
      .replaceAll('\n', String.raw`\n`)
  );
}

/** A line holds 75 bytes; what is longer goes on behind a space. */
const MOST_BYTES = 75;
const encoder = new TextEncoder();

function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  // By characters: a cut inside one would break it.
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (bytes + length > MOST_BYTES) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += length;
  }
  return folded;
}
