/** RFC 3339 in the machine's own zone, to the minute: `2026-03-02T09:00+08:00`. */
export function toZonedTime(at: Date): string {
  const offset = -at.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${localMinute(at)}${zone}`;
}

/** The value of a `datetime-local` field for an RFC 3339 time. */
export function toLocalInput(zonedTime: string): string {
  return localMinute(new Date(zonedTime));
}

function localMinute(at: Date): string {
  const day = `${String(at.getFullYear())}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
