import type { BusVitals } from '#messaging';
import { remember } from './remember.js';
import { within } from './within.js';

const REMEMBER_MS = 1_000;
const LOOK_MS = 5_000;

/** The same vitals, asked for once a second at most and not waited for long, however many look at them. */
export function rememberVitals(vitals: BusVitals): BusVitals {
  const once = <Result>(ask: () => Promise<Result>): (() => Promise<Result>) => {
    const asked = remember(REMEMBER_MS, ask);
    return () => within(LOOK_MS, asked());
  };
  return {
    ...vitals,
    backlog: once(() => vitals.backlog()),
    unpublished: once(() => vitals.unpublished()),
    parked: once(() => vitals.parked()),
  };
}
