import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reason } from '../answer-declaration/answer.js';
import type { RequestKind, RequestStatus } from '../change-declaration/declaration-request.js';
import type { Declaration } from '#domain';

/** What its declarant asks customs to do with a lodged declaration. One at a time is pending. */
@Entity({ name: 'declaration_requests' })
export class StoredRequest {
  /** UUID version 7: in the order of asking. */
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'declaration_id' })
  declarationId: string;

  @Column('text')
  kind: RequestKind;

  @Column('text')
  status: RequestStatus;

  @Column('text')
  reason: string;

  @Column('text', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** As it stood with customs when this was asked. */
  @Column('jsonb')
  declared: Declaration;

  /** As it shall stand; null for a cancellation. */
  @Column('jsonb', { nullable: true })
  proposed: Declaration | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  /** With the offset customs gave. */
  @Column('text', { name: 'decided_at', nullable: true })
  decidedAt: string | null;

  @Column('jsonb')
  reasons: Reason[];

  @Column('text', { nullable: true })
  reference: string | null;
}
