import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Subject } from '#crosswalk';
import type { Route } from '#domain';
import type { UnsettledNames } from '../inbound/unsettled-goods.js';

/** A goods item of a record's latest version that a person has to settle. */
@Entity('unsettled_goods')
export class UnsettledGoodsRow {
  @PrimaryColumn('text', { name: 'one_document_id' }) oneDocumentId!: string;
  /** The item's number in the record. */
  @PrimaryColumn('integer') sequence!: number;
  /** Place in the queue; kept while the item stays unsettled. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  @Column('integer', { name: 'one_document_version' }) oneDocumentVersion!: number;
  @Column('text', { name: 'visible_to', array: true }) visibleTo!: string[];
  @Column('jsonb') goods!: UnsettledNames;
  /** What the item was in earlier versions while it waited, each up to the last version that had it so; the oldest first. */
  @Column('jsonb') earlier!: readonly { readonly upTo: number; readonly goods: UnsettledNames }[];
  /** What an answer is kept for, if the person says no other. */
  @Column('jsonb') subject!: Subject;
  @Column('text', { name: 'subject_key' }) subjectKey!: string;
  /** The record's, for which an answer is kept; null where its documents do not code it. */
  @Column('jsonb', { nullable: true }) route!: Route | null;
  @Column('timestamptz', { name: 'noticed_at' }) noticedAt!: Date;
}
