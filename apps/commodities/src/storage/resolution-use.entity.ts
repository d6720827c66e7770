import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * `inForce`: the record's latest version. `past`: an earlier one, or the record is merged or cancelled. `lodged`: a declaration as customs has it.
 * `superseded`: as it was before an amendment. `rejected`, `cancelled`: customs ended it.
 */
export type UseStatus = 'inForce' | 'past' | 'lodged' | 'superseded' | 'rejected' | 'cancelled';

/** A version of a record, or a declaration lodged from it, whose names rest on a version of a resolution. */
@Entity('resolution_use')
export class ResolutionUseRow {
  @PrimaryColumn({ type: 'bigint', insert: false, update: false }) seq!: string;
  @Column('uuid', { name: 'resolution_id' }) resolutionId!: string;
  @Column('integer', { name: 'resolution_version' }) resolutionVersion!: number;
  @Column('text', { name: 'one_document_id' }) oneDocumentId!: string;
  @Column('integer', { name: 'one_document_version' }) oneDocumentVersion!: number;
  @Column('text', { name: 'declaration_id', nullable: true }) declarationId!: string | null;
  /** The granted request by which the declaration became what it is; empty as it was lodged. In the order of asking. */
  @Column('text') amendment!: string;
  /** Numbers of the goods items. */
  @Column('integer', { array: true }) sequences!: number[];
  @Column('text') status!: UseStatus;
  @Column('timestamptz', { name: 'used_at' }) usedAt!: Date;
  @Column('text', { name: 'visible_to', array: true }) visibleTo!: string[];
}
