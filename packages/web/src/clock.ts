/** The only place of the page that reads the clock. */
export function now(): Date {
  return new Date();
}
