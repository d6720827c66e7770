import { continueTrace } from '#messaging';
import type { Activity } from './activity.js';

/** A piece of work that a trace tells of. */
export interface Step {
  readonly room: string;
  readonly name: string;
  /** As OpenTelemetry has it: answering a request, or handling messages. */
  readonly kind: 'server' | 'consumer';
  /** `traceparent` of what caused it; a new trace if absent. */
  readonly parent?: string | undefined;
  /** `traceparent` of what else it serves. */
  readonly links?: readonly string[];
  readonly attributes?: Attributes;
  readonly documentId?: string | undefined;
}

export type Attributes = Readonly<Record<string, string | number>>;

export interface OpenStep {
  readonly activity: Activity;
  /** With an error, or a sign of one, it has failed. */
  end(attributes?: Attributes, error?: unknown): void;
}

/** Begins steps, and keeps them where that is asked for. */
export interface Tracer {
  begin(step: Step): OpenStep;
  /** Hands over what is kept still. */
  close(): Promise<void>;
}

/** Only goes on with the trace, so that messages and log lines of one document can be found together. */
export const plainTracer: Tracer = {
  begin: (step) => ({ activity: activityOf(step, continueTrace(step.parent)), end: () => undefined }),
  close: async () => undefined,
};

export const activityOf = ({ room, documentId }: Step, traceparent: string): Activity => ({
  room,
  traceparent,
  ...(documentId !== undefined && { documentId }),
});
