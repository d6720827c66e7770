import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Declaration, DeclarationMode, DeclarationType } from '#domain';
import type { DeclarationStatus } from '../answer-declaration/answer.js';

/** A declaration as it was built, with where it stands now. */
@Entity({ name: 'declarations' })
export class StoredDeclaration {
  /** UUID version 7: in the order of making. */
  @PrimaryColumn('text')
  id: string;

  @Column('text', { name: 'one_document_id' })
  oneDocumentId: string;

  @Column('integer', { name: 'one_document_version' })
  oneDocumentVersion: number;

  @Column('text')
  type: DeclarationType;

  @Column('text')
  mode: DeclarationMode;

  @Column('text')
  status: DeclarationStatus;

  @Column('text')
  declarant: string;

  /** For whom a broker declares; null where the declarant acts for itself. */
  @Column('text', { nullable: true })
  principal: string | null;

  /** By which a broker declares. */
  @Column('text', { name: 'mandate_id', nullable: true })
  mandateId: string | null;

  /** The documents it rests on: the same goods are not declared twice under two records. */
  @Column('text', { name: 'document_ids', array: true })
  documentIds: string[];

  /** Follows the record. */
  @Column('text', { name: 'visible_to', array: true })
  visibleTo: string[];

  @Column('jsonb')
  declaration: Declaration;

  /** The record no longer says what was declared. */
  @Column('boolean')
  outdated: boolean;

  /** Customs' own: 报关单号, MRN. */
  @Column('text', { name: 'customs_number', nullable: true })
  customsNumber: string | null;

  @Column('timestamptz', { name: 'lodged_at', nullable: true })
  lodgedAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
