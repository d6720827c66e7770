import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** The programs that share the work, by process id. */
export interface Programs {
  readonly servers: readonly { readonly name: string; readonly pid: number }[];
  /** One of PostgreSQL's backends, if there is one. */
  readonly backend?: number;
}

/** CPU milliseconds that each program and everything below it has used so far (Linux, /proc); the client is this process alone. */
export function cpuMsByProgram({ servers, backend }: Programs): Record<string, number> {
  const processes = readProcesses();
  const postmaster = processes.find(({ pid }) => pid === backend)?.parent;
  const total = (belongs: (process: Process) => boolean) =>
    processes.filter(belongs).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const byName = Map.groupBy(servers, ({ name }) => name);
  return {
    ...Object.fromEntries(
      [...byName].map(([name, same]) => [
        name,
        total(({ pid }) => same.some((server) => descends(pid, server.pid, processes))),
      ]),
    ),
    postgres: total(({ pid }) => postmaster !== undefined && descends(pid, postmaster, processes)),
    kafka: total(({ pid, command }) => command === 'java' && descends(pid, process.pid, processes)),
    client: total(({ pid }) => pid === process.pid),
  };
}

/** What was used between two readings, a document. */
export function share(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  documents: number,
): Record<string, number> {
  const used = Object.entries(after).map(
    ([program, cpuMs]) => [program, (cpuMs - (before[program] ?? 0)) / documents] as const,
  );
  return Object.fromEntries(used.map(([program, cpuMs]) => [program, Math.round(cpuMs * 1000) / 1000]));
}

/** Memory that the programs hold now (Linux, /proc). */
export function residentMegabytes(servers: Programs['servers']): number {
  const kibibytes = servers.map(({ pid }) =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(kibibytes.reduce((sum, one) => sum + one, 0) / 1024);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly cpuMs: number;
}

function readProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(name) ?? []);
}

/** proc(5): the fields behind the last bracket: state, parent, …, user and system time, and those of children that have ended. */
function readProcess(name: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { pid: Number(name), parent: fields[1] ?? 0, command, cpuMs: (ticks * 1000) / TICKS_A_SECOND };
  } catch {
    return undefined;
  }
}

function descends(pid: number, rootPid: number, processes: readonly Process[]): boolean {
  for (
    let at: number | undefined = pid;
    at !== undefined && at > 1;
    at = processes.find((process) => process.pid === at)?.parent
  ) {
    if (at === rootPid) return true;
  }
  return false;
}
