import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Resolution } from '#crosswalk';

/** One version of what a party, or customs for everybody, settled about one subject. Only `superseded` ever changes. */
@Entity('resolution')
export class ResolutionRow {
  /** The same for all versions. */
  @PrimaryColumn('uuid') id!: string;
  /** From 1. */
  @PrimaryColumn('integer') version!: number;
  /** Given by the database in the order of writing. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  /** Party code, or `*` for everybody. */
  @Column('text') party!: string;
  @Column('text', { name: 'subject_key' }) subjectKey!: string;
  @Column('jsonb') subject!: Resolution['subject'];
  @Column('jsonb') answer!: Resolution['answer'];
  @Column('text') reason!: string;
  @Column('text', { name: 'resolved_by' }) resolvedBy!: string;
  @Column('timestamptz', { name: 'resolved_at' }) resolvedAt!: Date;
  /** A later version stands in its place. */
  @Column('boolean') superseded!: boolean;
}
