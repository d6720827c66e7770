import type { EntityManager } from 'typeorm';
import type { OneDocument } from '#domain';
import { STANDING } from '../answer-declaration/answer.js';
import { StoredDeclaration } from '../storage/declaration.entity.js';
import { documentsOfGoods } from './build-declaration.js';
import type { DeclarationType } from '#domain';
import { alreadyLodged } from './refusals.js';

/** What stands for the same record, or rests on one of its documents (they came from a record that was merged), but `itself`. Drafts stand in nobody's way. */
export async function refuseSecond(
  transaction: EntityManager,
  record: OneDocument,
  type: DeclarationType,
  itself = '',
): Promise<void> {
  const standing = await transaction
    .createQueryBuilder(StoredDeclaration, 'standing')
    .where('standing.type = :type AND standing.status IN (:...statuses) AND standing.id <> :itself', {
      type,
      statuses: STANDING,
      itself,
    })
    .andWhere('(standing.oneDocumentId = :id OR standing.documentIds && :documents)', {
      id: record.id,
      documents: documentsOfGoods(record),
    })
    .getOne();
  if (standing) throw alreadyLodged(standing);
}
