/** The name of a county's log for ever. There is one log for a county, wherever the program runs. */
export function originOf(county: string): string {
  return `qingzhuang/${county}/audit`;
}
