/** One step on its own, in this process, on one core. */
export interface StepResult {
  readonly step: string;
  readonly perCpuSecond: number;
}

const SECONDS_EACH = 3;

/** As often as three CPU-seconds allow, after one to warm up: until then much of the time is the compiler's. */
export function measure(step: string, work: () => unknown): StepResult {
  repeat(work, 1);
  return { step, perCpuSecond: Math.round(repeat(work, SECONDS_EACH)) };
}

/** How often a CPU-second. */
function repeat(work: () => unknown, seconds: number): number {
  const started = process.cpuUsage();
  let done = 0;
  let cpuSeconds = 0;
  while (cpuSeconds < seconds) {
    for (let times = 0; times < 50; times += 1) work();
    done += 50;
    const { user, system } = process.cpuUsage(started);
    cpuSeconds = (user + system) / 1e6;
  }
  return done / cpuSeconds;
}
