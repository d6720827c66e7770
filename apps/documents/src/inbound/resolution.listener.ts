import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import { topics, type GoodsResolved } from '#contracts';
import { subjectKey, type Subject } from '#crosswalk';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { JoinDocumentsService } from '../join-documents/join-documents.service.js';
import { inOneOrder } from '../storage/crosswalk-tables.js';

/** Hears what people settled about goods: keeps it, and names the goods of the records it concerns again. */
@Controller()
export class ResolutionListener {
  constructor(private readonly joining: JoinDocumentsService) {}

  @Hears(topics.goodsResolved)
  async resolved(@Payload() batch: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const resolutions = batch.map((message) => jsonOf<GoodsResolved>(message));
    await inOneOrder(transaction);
    await transaction.query(
      `INSERT INTO resolutions (resolution_id, resolution) SELECT row->>'id', row FROM jsonb_array_elements($1::jsonb) AS row`,
      [
        JSON.stringify(
          resolutions.map(({ resolutionId, version, revoked, party, subject, route, oneDocumentId, answer }) => ({
            id: resolutionId,
            version,
            ...(revoked && { revoked }),
            party,
            subject,
            ...(route && { route }),
            ...(oneDocumentId && { oneDocumentIds: [oneDocumentId] }),
            answer,
          })),
        ),
      ],
    );
    const ids = await concerned(transaction, resolutions);
    if (ids.length > 0) await this.joining.rename(transaction, ids);
  }
}

/** Live records that hold such goods and are a party's of whom the resolution speaks (`*` is everybody's). */
async function concerned(transaction: EntityManager, resolutions: readonly GoodsResolved[]): Promise<string[]> {
  const rows: { id: string }[] = await transaction.query(
    `SELECT DISTINCT one_documents.id
     FROM unnest($1::text[], $2::text[]) AS wanted (subject, party)
     JOIN goods_keys USING (subject) JOIN one_documents ON one_documents.id = goods_keys.one_document_id
     WHERE state IN ('open', 'unjoined') AND (wanted.party = '*' OR wanted.party = ANY (visible_to))`,
    [resolutions.map(({ subject }) => subjectKey(subject as Subject)), resolutions.map(({ party }) => party)],
  );
  return rows.map(({ id }) => id);
}
