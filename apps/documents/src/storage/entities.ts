import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding, JoinEvidence, OneDocument, OneDocumentState, SourceDocument, TransportDocument } from '#domain';
import type { PartnerProfile } from '#formats';
import type { Mandate } from '../join-documents/record-draft.js';

/** Where a record stands now; what it says is in its versions. */
@Entity('one_documents')
export class OneDocumentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') version!: number;
  @Column('text') state!: OneDocumentState;
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto!: string | null;
  @Column('text', { name: 'visible_to', array: true }) visibleTo!: string[];
  /** Declared to customs, who may see it from then on. */
  @Column('boolean') declared!: boolean;
  @Column('jsonb') evidence!: readonly JoinEvidence[];
  @Column('uuid', { array: true }) candidates!: string[];
  /** Those of `visibleTo` who see it by a mandate alone, and are no party to it. */
  @Column('text', { array: true }) brokers!: string[];
  @Column('jsonb') mandates!: readonly Mandate[];
}

@Entity('one_document_versions')
export class OneDocumentVersionRow {
  @PrimaryColumn('uuid', { name: 'one_document_id' }) oneDocumentId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('json') record!: OneDocument;
  /** Who was a party when it was made; shown to those of them who are still. */
  @Column('text', { name: 'visible_to', array: true }) visibleTo!: string[];
}

/** An accepted document as it was mapped, and the record it went into. */
@Entity('held_documents')
export class HeldDocumentRow {
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId!: string;
  @Column('uuid', { name: 'one_document_id', nullable: true }) oneDocumentId!: string | null;
  /** The other records that it belongs to. */
  @Column('uuid', { name: 'also_in', array: true }) alsoIn!: string[];
  @Column('text') identity!: string;
  /** What counts: `source` holds the status the document had when it came. */
  @Column('text') status!: SourceDocument['status'];
  @Column('json') source!: SourceDocument;
  @Column('json') content!: TransportDocument;
  @Column('json') findings!: readonly Finding[];
  @Column('text', { name: 'consignment_reference', nullable: true }) consignmentReference!: string | null;
  @Column('boolean', { name: 'sender_is_carrier' }) senderIsCarrier!: boolean;
}

/** What holds of a party's EDIFACT from a version on, and who said so, when and why. */
@Entity('edifact_profiles')
export class EdifactProfileRow {
  @PrimaryColumn('text') party!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') profile!: PartnerProfile;
  @Column('text') reason!: string;
  @Column('text', { name: 'set_by' }) setBy!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}
