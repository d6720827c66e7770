import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type OneDocumentChanged } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { inTurns } from '#room';
import { keepUsesOfRecords } from '../show-uses/keep-uses.js';
import { latestOf, unsettledGoodsOf } from './unsettled-goods.js';

/** Keeps the queue of goods that people have to settle in step with the records, and which of them rest on what was settled. */
@Controller()
export class OneDocumentListener {
  @Hears(topics.oneDocumentChanged)
  async heard(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const changes = await inTurns(batch, jsonOf<OneDocumentChanged>);
    const latest = latestOf(changes);
    await transaction.query(KEEP, [JSON.stringify(latest.flatMap(unsettledGoodsOf))]);
    await transaction.query(SETTLE, [
      latest.map(({ oneDocument }) => oneDocument.id),
      latest.map(({ oneDocument }) => oneDocument.version),
    ]);
    await keepUsesOfRecords(transaction, changes);
  }
}

/** An item that stays unsettled keeps its place in the queue, and what it was before: whoever decides on that is told what changed. */
const KEEP = `
  INSERT INTO unsettled_goods AS kept (one_document_id, sequence, one_document_version, visible_to, goods, subject, subject_key, route, noticed_at)
  SELECT "oneDocumentId", sequence, "oneDocumentVersion", "visibleTo", goods, subject, "subjectKey", route, "noticedAt"
  FROM jsonb_to_recordset($1::jsonb) AS heard (
    "oneDocumentId" text, sequence integer, "oneDocumentVersion" integer, "visibleTo" text[], goods jsonb, subject jsonb, "subjectKey" text,
    route jsonb, "noticedAt" timestamptz
  )
  ON CONFLICT (one_document_id, sequence) DO UPDATE
  SET one_document_version = excluded.one_document_version, visible_to = excluded.visible_to, goods = excluded.goods,
      subject = excluded.subject, subject_key = excluded.subject_key, route = excluded.route,
      earlier = CASE WHEN kept.goods = excluded.goods THEN kept.earlier
        ELSE kept.earlier || jsonb_build_object('upTo', kept.one_document_version, 'goods', kept.goods) END
  WHERE kept.one_document_version < excluded.one_document_version`;

/** What an older version left in the queue and the latest does not have any more is settled. */
const SETTLE = `
  DELETE FROM unsettled_goods AS kept
  USING unnest($1::text[], $2::integer[]) AS heard (one_document_id, version)
  WHERE kept.one_document_id = heard.one_document_id AND kept.one_document_version < heard.version`;
