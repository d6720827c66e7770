/** A program that runs until it is told to stop. */
export interface Serving {
  /** One line for whoever started it. */
  readonly announcement: string;
  /** Finishes what is in hand, then lets go of everything. */
  close(): Promise<void>;
}

/** Longer than anything in hand may take; what is not finished then is done after the next start. */
const LONGEST_CLOSING_MS = 28_000;

/**
 * Starts a program and closes it in order on SIGTERM or SIGINT: status 0. What keeps it from starting is said in one sentence on standard
 * error: status 1. Told to stop while it still starts, it ends at once.
 */
export async function serve(start: () => Promise<Serving>): Promise<void> {
  let stop = (): void => process.exit(1);
  // Always heard, and more than once: a terminal's Ctrl-C comes from the terminal itself and again through npm.
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stop());
  try {
    const serving = await start();
    process.stdout.write(`${serving.announcement}\n`);
    stop = () => {
      stop = () => undefined;
      void end(serving);
    };
  } catch (error) {
    fail(reasonOf(error));
  }
}

async function end({ close }: Serving): Promise<void> {
  process.stdout.write('Stopping …\n');
  setTimeout(() => fail('It did not stop in order in time; the next start finishes what was left.'), LONGEST_CLOSING_MS);
  try {
    await close();
    process.exit(0);
  } catch (error) {
    fail(`Stopping failed: ${reasonOf(error)}`);
  }
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** Plain errors are sentences for people. Anything else is a fault of the program, and its place is needed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}
