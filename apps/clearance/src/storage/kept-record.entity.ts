import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclarationType, OneDocument, OneDocumentState } from '#domain';

/** The latest version of a one-document this room has heard. */
@Entity({ name: 'records' })
export class KeptRecord {
  @PrimaryColumn('text', { name: 'one_document_id' })
  oneDocumentId: string;

  @Column('integer')
  version: number;

  @Column('text')
  state: OneDocumentState;

  @Column('text', { name: 'visible_to', array: true })
  visibleTo: string[];

  /** Those of them who see it by a mandate alone, and are no party to it. */
  @Column('text', { array: true })
  brokers: string[];

  /** The types for which nothing is missing; empty unless the record is open. */
  @Column('text', { name: 'ready_for', array: true })
  readyFor: DeclarationType[];

  /** The documents in force by which its goods may be declared: those it rests on, and its house bill's master. */
  @Column('text', { name: 'document_ids', array: true })
  documentIds: string[];

  @Column('jsonb')
  record: OneDocument;
}
