import { Injectable } from '@nestjs/common';
import { RoomDatabase, type Viewer } from '#database';
import type { StepKind } from '../take-steps/step.js';
import { SECRETS, type Answer, type StopReason } from '../storage/webhooks.js';

/** A webhook that has news to be told, held by this process. */
export interface DueWebhook extends Viewer {
  readonly id: string;
  readonly url: string;
  /** Of which news it is told; null: of all. */
  readonly kinds: readonly StepKind[] | null;
  readonly secrets: readonly string[];
  readonly deliveredTo: string;
  readonly sendingTo: string | null;
  readonly failures: number;
  /** Until then nobody else calls it; also whose hold it is. */
  readonly heldUntil: string;
}

/** Longer than a call takes. That of a process that was killed runs out. */
const HOLD_SECONDS = 30;

/** Which webhooks are to be called. One process has a webhook in hand, with no transaction open meanwhile; whose hold ran out changes nothing any more. */
@Injectable()
export class DueWebhooks {
  constructor(private readonly database: RoomDatabase) {}

  /** One statement, which writes nothing while nobody has news. */
  async take(most: number): Promise<DueWebhook[]> {
    const [taken] = await this.database.dataSource.query<[DueWebhook[], number]>(TAKE, [most, HOLD_SECONDS]);
    return taken;
  }

  /** From now on this message ends there. False where it is no longer in hand. */
  async begin({ id, heldUntil, deliveredTo }: DueWebhook, sendingTo: bigint): Promise<boolean> {
    const [, begun] = await this.database.dataSource.query<[unknown, number]>(
      `UPDATE webhooks SET sending_to = $4 WHERE ${IN_HAND}`,
      [id, heldUntil, deliveredTo, String(sendingTo)],
    );
    return begun === 1;
  }

  async delivered({ id, heldUntil, deliveredTo }: DueWebhook, to: bigint, answer?: Answer): Promise<void> {
    await this.database.dataSource.query(DELIVERED, [id, heldUntil, deliveredTo, String(to), asJson(answer)]);
  }

  async failed({ id, heldUntil, deliveredTo }: DueWebhook, pauseMs: number, answer: Answer): Promise<void> {
    await this.database.dataSource.query(FAILED, [id, heldUntil, deliveredTo, pauseMs, asJson(answer)]);
  }

  async stop({ id, heldUntil, deliveredTo }: DueWebhook, because: StopReason, answer?: Answer): Promise<void> {
    await this.database.dataSource.query(STOP, [id, heldUntil, deliveredTo, because, asJson(answer)]);
  }

  /** Somebody else may call it at once. */
  async release({ id, heldUntil, deliveredTo }: DueWebhook): Promise<void> {
    await this.database.dataSource.query(`UPDATE webhooks SET held_until = NULL WHERE ${IN_HAND}`, [
      id,
      heldUntil,
      deliveredTo,
    ]);
  }
}

const asJson = (answer: Answer | undefined): string | null => (answer === undefined ? null : JSON.stringify(answer));

const TAKE = `
  WITH due AS (
    SELECT id FROM webhooks, news_numbers
    WHERE stopped_because IS NULL AND due_at <= now() AND delivered_to < last AND (held_until IS NULL OR held_until < now())
    ORDER BY due_at LIMIT $1 FOR UPDATE OF webhooks SKIP LOCKED
  )
  UPDATE webhooks SET held_until = now() + make_interval(secs => $2)
  FROM due JOIN webhook_secrets ON webhook_id = due.id
  WHERE webhooks.id = due.id
  RETURNING webhooks.id, party, role, url, kinds, ${SECRETS} AS secrets, delivered_to AS "deliveredTo", sending_to AS "sendingTo", failures,
            held_until::text AS "heldUntil"`;

const IN_HAND = `id = $1 AND held_until = $2::timestamptz AND delivered_to = $3`;

const TRIED = `held_until = NULL, answer = coalesce($5::jsonb, answer), tried_at = CASE WHEN $5::jsonb IS NULL THEN tried_at ELSE now() END`;

const DELIVERED = `
  UPDATE webhooks SET ${TRIED}, delivered_to = $4, sending_to = NULL, failures = 0, failing_since = NULL, due_at = now() WHERE ${IN_HAND}`;

const FAILED = `
  UPDATE webhooks
  SET ${TRIED}, failures = failures + 1, failing_since = coalesce(failing_since, now()), due_at = now() + make_interval(secs => $4::float / 1000),
      stopped_because = CASE WHEN failing_since < now() - interval '3 days' THEN 'failing' END
  WHERE ${IN_HAND}`;

const STOP = `UPDATE webhooks SET ${TRIED}, stopped_because = $4 WHERE ${IN_HAND}`;
