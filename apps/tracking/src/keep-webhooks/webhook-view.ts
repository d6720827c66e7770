import { newsCursor } from '../tell-news/news-cursor.js';
import type { StepKind } from '../take-steps/step.js';
import type { Answer, StopReason } from '../storage/webhooks.js';

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly StepKind[] | null;
  readonly madeAt: Date;
  readonly deliveredTo: string;
  readonly failures: number;
  readonly triedAt: Date | null;
  readonly answer: Answer | null;
  readonly dueAt: Date;
  readonly stoppedBecause: StopReason | null;
}

export interface WebhookView {
  readonly webhookId: string;
  readonly url: string;
  /** Of which news it is told; absent: of all. */
  readonly kinds?: readonly StepKind[];
  readonly madeAt: string;
  readonly state: 'active' | 'failing' | 'stopped';
  readonly stoppedBecause?: StopReason;
  /** A cursor of the news: all before it has been taken. */
  readonly deliveredTo: string;
  readonly lastTry?: Answer & { readonly at: string };
  /** Of one that fails. */
  readonly nextTryAt?: string;
}

export function webhookView(row: WebhookRow): WebhookView {
  const { id, url, kinds, madeAt, deliveredTo, failures, triedAt, answer, dueAt, stoppedBecause } = row;
  const state = stoppedBecause !== null ? 'stopped' : failures > 0 ? 'failing' : 'active';
  return {
    webhookId: id,
    url,
    ...(kinds !== null && { kinds }),
    madeAt: madeAt.toISOString(),
    state,
    ...(stoppedBecause !== null && { stoppedBecause }),
    deliveredTo: newsCursor(BigInt(deliveredTo)),
    ...(triedAt !== null && answer !== null && { lastTry: { at: triedAt.toISOString(), ...answer } }),
    ...(state === 'failing' && { nextTryAt: dueAt.toISOString() }),
  };
}
