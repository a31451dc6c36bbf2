import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** Milliseconds that a process and everything below it have computed so far. On Linux only; elsewhere not a number. */
export function processorTime(root: number): number {
  const processes = listProcesses();
  const below = new Set([root]);
  // Children have higher numbers than their parents until the numbers wrap; hence the second look.
  for (let look = 0; look < 2; look += 1) {
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  const ticks = processes.filter(({ pid }) => below.has(pid)).map((one) => one.ticks);
  return ticks.length === 0 ? Number.NaN : ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
}

function listProcesses(): { readonly pid: number; readonly parent: number; readonly ticks: number }[] {
  let names: string[] = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program may hold spaces; it ends at the last parenthesis.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Parent; own time in user and kernel mode, and that of children that have ended.
      const [parent, ...ticks] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
      return [{ pid: Number(name), parent: parent ?? 0, ticks: ticks.reduce((sum, one) => sum + one, 0) }];
    } catch {
      return [];
    }
  });
}
