/** Spans of days in the calendar; days are `YYYY-MM-DD`. */
const DAY_MS = 86_400_000;

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or its last one where that is earlier. */
export function monthsLater(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 7);
  return `${month}-${String(Math.min(Number(day.slice(8)), lengthOf(month))).padStart(2, '0')}`;
}

/** One day of each week that the month of the day touches. */
export function weeksOfMonth(day: string): string[] {
  const month = day.slice(0, 7);
  const last = `${month}-${String(lengthOf(month))}`;
  const weeks: string[] = [];
  for (let monday = mondayOf(`${month}-01`); monday <= last; monday = daysLater(monday, 7)) weeks.push(monday);
  return weeks;
}

function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return daysLater(day, -weekday);
}

function lengthOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
}
