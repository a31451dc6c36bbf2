/** The only source of time; a test hands in its own. */
export interface Clock {
  now(): Date;
  /** The calendar day in China, `YYYY-MM-DD`, wherever the machine stands. */
  today(): string;
}

// Swedish writes a day as YYYY-MM-DD.
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The calendar day in China of an instant, `YYYY-MM-DD`. */
export function dayInChina(instant: Date): string {
  return day.format(instant);
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInChina(new Date()),
};
