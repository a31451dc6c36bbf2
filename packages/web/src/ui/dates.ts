/** Days and hours as people in China read and type them, whatever zone the machine is set to. */
const ZONE = 'Asia/Shanghai';
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** `11月20日 周五 18:00`; the year stands before it when it is not this one. */
export function sayInstant(at: string, language: string, today: Date): string {
  return say(new Date(at), language, today, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `11月20日 周五` of a day `YYYY-MM-DD`. */
export function sayDay(day: string, language: string, today: Date): string {
  return say(new Date(`${day}T12:00:00+08:00`), language, today, {});
}

/** `18:00` in Beijing. */
export function sayTime(at: string): string {
  return toTypedInstant(at).slice(-5);
}

/** The value of a `datetime-local` field, in Beijing time. */
export function toTypedInstant(at: string | null): string {
  return at === null ? '' : new Date(Date.parse(at) + BEIJING_OFFSET_MS).toISOString().slice(0, 16);
}

/** What was typed into a `datetime-local` field as an instant; null when nothing was. */
export function fromTypedInstant(typed: string): string | null {
  return typed === '' ? null : `${typed}:00+08:00`;
}

/** Today in Beijing, `YYYY-MM-DD`, so many days later. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + BEIJING_OFFSET_MS + days * 86_400_000).toISOString().slice(0, 10);
}

function say(at: Date, language: string, today: Date, time: Intl.DateTimeFormatOptions): string {
  const sameYear = yearOf(at) === yearOf(today);
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: ZONE,
    ...(!sameYear && { year: 'numeric' as const }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    ...time,
  })
    .format(at)
    .replace(/(?<=日)(?=周)|(?<=周.)(?=\d)/gu, ' ');
}

function yearOf(at: Date): number {
  return new Date(at.getTime() + BEIJING_OFFSET_MS).getUTCFullYear();
}
