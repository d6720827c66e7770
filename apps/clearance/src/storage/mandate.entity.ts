import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclarationType } from '#domain';

/** 报关委托书: a forwarder's word that a broker may declare a record for it. */
@Entity({ name: 'mandates' })
export class StoredMandate {
  /** UUID version 7: in the order of giving. */
  @PrimaryColumn('text')
  id: string;

  /** Follows the record into the one it was merged into. */
  @Column('text', { name: 'one_document_id' })
  oneDocumentId: string;

  @Column('text')
  type: DeclarationType;

  @Column('text')
  principal: string;

  @Column('text')
  broker: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('text', { name: 'revoked_because', nullable: true })
  revokedBecause: string | null;
}
