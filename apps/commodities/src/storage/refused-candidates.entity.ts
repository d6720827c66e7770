import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeenGoods } from './seen-goods.js';

/** HS codes of which somebody said that none is right for a subject. Never changed. */
@Entity('refused_candidates')
export class RefusedCandidatesRow {
  @PrimaryColumn('uuid') id!: string;
  /** Given by the database in the order of writing. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  /** Party code, or `*` where customs says it. */
  @Column('text') party!: string;
  @Column('text', { name: 'subject_key' }) subjectKey!: string;
  @Column('text', { name: 'hs_codes', array: true }) hsCodes!: string[];
  @Column('text') reason!: string;
  @Column('text', { name: 'refused_by' }) refusedBy!: string;
  @Column('text', { nullable: true }) person!: string | null;
  @Column('timestamptz', { name: 'refused_at' }) refusedAt!: Date;
  @Column('jsonb') seen!: SeenGoods;
}
