import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type OneDocumentChanged } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { latestOf, unsettledGoodsOf } from './unsettled-goods.js';

/** Keeps the queue of goods that people have to settle in step with the records. */
@Controller()
export class OneDocumentListener {
  @Hears(topics.oneDocumentChanged)
  async heard(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const latest = latestOf(batch.map((message) => jsonOf<OneDocumentChanged>(message)));
    await transaction.query(KEEP, [JSON.stringify(latest.flatMap(unsettledGoodsOf))]);
    await transaction.query(SETTLE, [
      latest.map(({ oneDocument }) => oneDocument.id),
      latest.map(({ oneDocument }) => oneDocument.version),
    ]);
  }
}

/** An item that stays unsettled keeps its place in the queue. */
const KEEP = `
  INSERT INTO unsettled_goods AS kept (one_document_id, sequence, one_document_version, visible_to, goods, noticed_at)
  SELECT "oneDocumentId", sequence, "oneDocumentVersion", "visibleTo", goods, "noticedAt"
  FROM jsonb_to_recordset($1::jsonb) AS heard (
    "oneDocumentId" text, sequence integer, "oneDocumentVersion" integer, "visibleTo" text[], goods jsonb, "noticedAt" timestamptz
  )
  ON CONFLICT (one_document_id, sequence) DO UPDATE
  SET one_document_version = excluded.one_document_version, visible_to = excluded.visible_to, goods = excluded.goods
  WHERE kept.one_document_version < excluded.one_document_version`;

/** What an older version left in the queue and the latest does not have any more is settled. */
const SETTLE = `
  DELETE FROM unsettled_goods AS kept
  USING unnest($1::text[], $2::integer[]) AS heard (one_document_id, version)
  WHERE kept.one_document_id = heard.one_document_id AND kept.one_document_version < heard.version`;
