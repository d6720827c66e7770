import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';

/** What the process is doing just now, for its log and for what it says meanwhile. */
export interface Activity {
  readonly room: string;
  /** W3C Trace Context. */
  readonly traceparent?: string;
  readonly documentId?: string;
  /** Present when traces are kept. */
  readonly span?: Span;
}

const activities = new AsyncLocalStorage<Activity>();

export const currentActivity = (): Activity | undefined => activities.getStore();

/** The trace that goes on in what is said just now; undefined outside any. */
export const currentTraceparent = (): string | undefined => currentActivity()?.traceparent;

/** Does the work, and all that it starts, as this activity. */
export const during = <Result>(activity: Activity, work: () => Result): Result => activities.run(activity, work);
