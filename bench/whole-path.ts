import { openWholePath, type Programs, type WholePath, type WholePathResult } from './open-whole-path.js';
import { Servers } from './servers.js';

export interface WholePathOptions extends Programs {
  readonly consignments: number;
  /** The consignments are measured in so many parts, one after the other, to show whether cost or memory grows with what is stored. */
  readonly stages: number;
  /** Loads to measure afterwards, in documents a second; none: half of what was reached. */
  readonly perSecond: readonly number[];
  /** An empty PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl?: string;
}

/** Consignments before those that are measured: schemas are compiled, code is hot. */
export const WARM_UP = 300;

/**
 * From the first POST to the last declaration row, made by standing instruction: rooms in processes of their own, PostgreSQL, and
 * Kafka if asked for, all on this machine. The client shares the cores; its share is shown. After the stages one more for each load.
 */
export async function* measureWholePath(options: WholePathOptions): AsyncGenerator<WholePathResult> {
  const servers = new Servers();
  try {
    const databaseUrl = options.databaseUrl ?? (await servers.postgres());
    yield* measure(await openWholePath(servers, databaseUrl, options), options);
  } finally {
    await servers.end();
  }
}

async function* measure(
  path: WholePath,
  { consignments, stages, perSecond }: WholePathOptions,
): AsyncGenerator<WholePathResult> {
  await path.send({ from: 0, to: WARM_UP });
  const size = Math.ceil(consignments / stages);
  let last = { documents: 0, seconds: 1 };
  let from = WARM_UP;
  for (; from < WARM_UP + consignments; from += size) yield (last = await path.stage({ from, to: from + size }));
  const loads = perSecond.length > 0 ? perSecond : [last.documents / last.seconds / 2];
  for (const load of loads) yield await path.stage({ from, to: (from += size), perSecond: load });
}
