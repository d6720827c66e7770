import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Caller } from '#access';
import { holdName, RoomDatabase } from '#database';
import { ROOM_SETTINGS, type RoomSettings } from '#room';
import { leadsNowhere } from '../call-webhooks/addresses.js';
import { WebhookSender } from '../call-webhooks/webhook-sender.service.js';
import { SECRETS, type Answer } from '../storage/webhooks.js';
import type { StepKind } from '../take-steps/step.js';
import { newsForgotten } from '../tell-news/news-cursor.js';
import { NewsReader } from '../tell-news/news-reader.js';
import { tooManyWebhooks, webhookNotFound, webhookUrlRefused } from './webhook-refusals.js';
import { webhookView, type WebhookRow, type WebhookView } from './webhook-view.js';

const MOST = 10;

export interface WebhookOrder {
  readonly url: string;
  /** Of which news it is told; absent: of all. */
  readonly kinds?: readonly StepKind[];
}

/** What a webhook signs with is shown once. */
export interface NewSecret {
  readonly secret: string;
}

/** A party's webhooks. Row-level security shows each party its own; what a party cannot see it cannot change. */
@Injectable()
export class KeepWebhooks {
  constructor(
    private readonly database: RoomDatabase,
    private readonly news: NewsReader,
    private readonly sender: WebhookSender,
    @Inject(ROOM_SETTINGS) private readonly settings: Pick<RoomSettings, 'webhookNetworks'>,
  ) {}

  list(viewer: Caller): Promise<WebhookView[]> {
    return this.find(viewer, null);
  }

  async read(id: string, viewer: Caller): Promise<WebhookView> {
    const [view] = isUuid(id) ? await this.find(viewer, id) : [];
    if (view === undefined) throw webhookNotFound();
    return view;
  }

  /** It is told what becomes known from now on. */
  async make({ url, kinds }: WebhookOrder, caller: Caller): Promise<NewSecret & { readonly id: string }> {
    this.refuseUnlessCallable(url);
    const { party, role } = caller;
    const made = { id: uuid(), secret: newSecret() };
    await this.database.asRoom(async (transaction) => {
      await holdName(transaction, `tracking/webhooks/${role}/${party}`);
      const standing = await transaction.query<unknown[]>('SELECT FROM webhooks WHERE party = $1 AND role = $2', [
        party,
        role,
      ]);
      if (standing.length >= MOST) throw tooManyWebhooks(MOST);
      await transaction.query(MAKE, [made.id, party, role, url, kinds ?? null, made.secret]);
    });
    return made;
  }

  async remove(id: string, caller: Caller): Promise<void> {
    await this.read(id, caller);
    await this.database.dataSource.query('DELETE FROM webhooks WHERE id = $1', [id]);
  }

  /** Calls it at once, stopped or not: from where it stands, if that news is still there, or from now. */
  async resume(id: string, from: 'now' | undefined, caller: Caller): Promise<WebhookView> {
    await this.read(id, caller);
    const { forgotten, last } = await this.news.kept();
    const [, resumed] = await this.database.dataSource.query<[unknown, number]>(RESUME, [
      id,
      String(forgotten),
      from === 'now' ? String(last) : null,
    ]);
    if (resumed === 0) throw newsForgotten();
    return this.read(id, caller);
  }

  /** A new secret; for a day the one before signs too. */
  async renewSecret(id: string, caller: Caller): Promise<NewSecret> {
    await this.read(id, caller);
    const secret = newSecret();
    await this.database.dataSource.query(
      `UPDATE webhook_secrets SET earlier = secret, earlier_until = now() + interval '1 day', secret = $2 WHERE webhook_id = $1`,
      [id, secret],
    );
    return { secret };
  }

  /** What the receiver answers to a message that has no news. */
  async test(id: string, caller: Caller): Promise<Answer> {
    const { url } = await this.read(id, caller);
    const [row] = await this.database.dataSource.query<{ secrets: string[] }[]>(
      `SELECT ${SECRETS} AS secrets FROM webhook_secrets WHERE webhook_id = $1`,
      [id],
    );
    if (row === undefined) throw webhookNotFound();
    return this.sender.send(url, { id: uuid(), body: JSON.stringify({ type: 'test' }), secrets: row.secrets });
  }

  private refuseUnlessCallable(text: string): void {
    const url = URL.parse(text);
    const { webhookNetworks: opened } = this.settings;
    const protocols = opened.rules.length > 0 ? ['https:', 'http:'] : ['https:'];
    if (url === null || !protocols.includes(url.protocol) || url.username !== '' || url.password !== '')
      throw webhookUrlRefused();
    if (leadsNowhere(url, opened)) throw webhookUrlRefused();
  }

  private find(viewer: Caller, id: string | null): Promise<WebhookView[]> {
    return this.database.asViewer(viewer, async (transaction) =>
      (await transaction.query<WebhookRow[]>(FIND, [id])).map(webhookView),
    );
  }
}

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const MAKE = `
  WITH made AS (
    INSERT INTO webhooks (id, party, role, url, kinds, delivered_to) SELECT $1, $2, $3, $4, $5::text[], last FROM news_numbers RETURNING id
  )
  INSERT INTO webhook_secrets (webhook_id, secret) SELECT id, $6 FROM made`;

const FIND = `
  SELECT id, url, kinds, made_at AS "madeAt", delivered_to AS "deliveredTo", failures, tried_at AS "triedAt", answer, due_at AS "dueAt",
         stopped_because AS "stoppedBecause"
  FROM webhooks WHERE $1::uuid IS NULL OR id = $1 ORDER BY id`;

/** From `$3`, or from where it stands, unless that is before `$2`. A message that was sent before comes again as it was. */
const RESUME = `
  UPDATE webhooks
  SET stopped_because = NULL, failures = 0, failing_since = NULL, due_at = now(), delivered_to = coalesce($3, delivered_to),
      sending_to = CASE WHEN $3::bigint IS NULL THEN sending_to END
  WHERE id = $1 AND coalesce($3, delivered_to) >= $2::bigint`;
