import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** MB (10⁶ bytes) of resident memory of a process: now, and the most that it ever had. Needs Linux. */
export type Memory = { readonly now: number; readonly most: number };

export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1_024) / 1e6;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of CPU that a process has used so far, with all its threads, for itself and in the kernel. Needs Linux. */
export function cpuSecondsOf(pid: number): number {
  // The name of the program stands in brackets and may hold blanks; the fields after it don't.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) / TICKS_PER_SECOND;
}
