import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding, Reference } from '#domain';

export const DOCUMENT_STATUSES = ['received', 'accepted', 'rejected'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What the gateway knows of one document: its receipt, and what the check made of it. */
@Entity('documents')
export class DocumentRow {
  /** UUID v7, made on receipt: later documents have higher ids. */
  @PrimaryColumn('uuid', { name: 'document_id' })
  documentId: string;

  /** Party code of who sent it. */
  @Column('text')
  party: string;

  @Column('text')
  role: string;

  /** Lower-case hex. */
  @Column('text')
  sha256: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  /** As the sender's header said, a hint only. */
  @Column('text', { name: 'content_type' })
  contentType: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('text', { name: 'consignment_reference', nullable: true })
  consignmentReference: string | null;

  @Column('text')
  status: DocumentStatus;

  @Column('text', { nullable: true })
  format: string | null;

  @Column('jsonb')
  findings: Finding[];

  /** The carrier's number of the document. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('jsonb')
  references: Reference[];

  @Column('uuid', { name: 'one_document_id', nullable: true })
  oneDocumentId: string | null;

  /** The other records that a waybill over several bills belongs to. */
  @Column('uuid', { name: 'also_in', array: true })
  alsoIn: string[];

  /** Of a message: the interchange it came in, whose bytes hold it, and where in it, from 1. */
  @Column('uuid', { name: 'interchange_id', nullable: true })
  interchangeId: string | null;

  @Column('integer', { nullable: true })
  position: number | null;

  /** Of an interchange of several: how many it holds. Known from the first outcome on. */
  @Column('integer', { nullable: true })
  messages: number | null;

  /** Of EDIFACT whose sender has a profile: the version it was checked with. */
  @Column('integer', { name: 'edifact_profile_version', nullable: true })
  edifactProfileVersion: number | null;

  /** Rejected: the same bytes are another document. */
  @Column('boolean', { name: 'may_come_again' })
  mayComeAgain: boolean;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;
}
