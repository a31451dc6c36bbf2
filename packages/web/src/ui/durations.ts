/** A length of time as people say it: `value` in `unit`. */
export interface SpokenDuration {
  readonly value: number;
  readonly unit: 'minute' | 'hour';
}

/** Under an hour in steps of five minutes (at least one), up to 20 hours in halves, then whole hours. */
export function speakMinutes(minutes: number): SpokenDuration {
  if (minutes < 57.5)
    return { value: minutes < 5 ? Math.max(1, Math.round(minutes)) : roundTo(minutes, 5), unit: 'minute' };
  const hours = minutes / 60;
  return { value: hours < 20 ? roundTo(hours, 0.5) : Math.round(hours), unit: 'hour' };
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
