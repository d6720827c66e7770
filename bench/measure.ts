/** One step on its own, in this process, on one core. */
export interface StepResult {
  readonly step: string;
  readonly perCpuSecond: number;
}

const SECONDS_EACH = 3;

/** As often as three CPU-seconds allow, after a warm-up. */
export function measure(step: string, work: () => unknown): StepResult {
  for (let warmUp = 0; warmUp < 200; warmUp += 1) work();
  const started = process.cpuUsage();
  let done = 0;
  let cpuSeconds = 0;
  while (cpuSeconds < SECONDS_EACH) {
    for (let times = 0; times < 50; times += 1) work();
    done += 50;
    const { user, system } = process.cpuUsage(started);
    cpuSeconds = (user + system) / 1e6;
  }
  return { step, perCpuSecond: Math.round(done / cpuSeconds) };
}
