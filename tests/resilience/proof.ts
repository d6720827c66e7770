import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `short` runs with every `npm test`; `npm run test:resilience` runs `full`. */
export const isFull = process.env['RESILIENCE_SCALE'] === 'full';

export const seed = Number(process.env['RESILIENCE_SEED'] ?? Date.now() % 1_000_000);

/** How much of something, by the scale. */
export const sized = <Size>(short: Size, full: Size): Size => (isFull ? full : short);

/** Figures that a reader of the run wants to see. */
export const tell = (line: string): void => void process.stderr.write(`resilience: ${line}\n`);

/**
 * A test that says with which seed it runs, and when it fails how to run it so again, and what the rooms that log (as JSON) into the
 * folder took for a fault of theirs.
 */
export function proof(title: string, work: () => Promise<void>, timeoutMs: number, logs?: () => string): void {
  it(
    title,
    async () => {
      const again = `RESILIENCE_SEED=${seed} RESILIENCE_SCALE=${sized('short', 'full')} npm test -- tests/resilience`;
      tell(`${title}: seed ${seed}`);
      const began = Date.now();
      try {
        await work();
      } catch (error) {
        const told = logs === undefined ? [] : faultsIn(logs());
        throw new Error([(error as Error).message, ...told, `The same again: ${again}`].join('\n'), { cause: error });
      }
      tell(`${title}: done in ${Math.round((Date.now() - began) / 1_000)} s`);
    },
    timeoutMs,
  );
}

const FAULTS_SHOWN = 20;

/** The last of them. That the database could not be reached is no fault of a room. */
const faultsIn = (logs: string): string[] =>
  readdirSync(logs)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'))
    .filter((line) => /^\{"level":"(error|fatal)"/.test(line) && !line.includes('FAULT.UNAVAILABLE'))
    .slice(-FAULTS_SHOWN);
