/** Rows of a table on standard output. */

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function heading(title: string): void {
  print(`\n== ${title} ==`);
}

export function row([title = '', ...cells]: readonly string[]): void {
  print(title.padEnd(26) + cells.map((cell) => cell.padStart(10)).join(''));
}

export function share(value: number): string {
  return value.toFixed(3);
}
