import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Resolution } from '#crosswalk';
import type { Route } from '#domain';
import type { SeenGoods } from './seen-goods.js';

/**
 * `proposed`: waits for a second person. `standing`: it holds. `superseded`: a later version came. `rejected` by the second person.
 * `revoked`: from this version on the answer holds no longer.
 */
export const RESOLUTION_STATES = ['proposed', 'standing', 'superseded', 'rejected', 'revoked'] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

/** What somebody did to make the version. `settled`: answered a subject of their own choice, not one of the queue. */
export type MadeBy = 'settled' | 'accepted' | 'chosen' | 'adopted' | 'revoked';

/** What the second person said. */
export interface Review {
  readonly person: string;
  readonly at: string;
  /** Why it was rejected. */
  readonly reason?: string;
}

/** One version of what a party, or customs for everybody, settled about one subject for one route, or for every route. Only `state`, `review` and `seq` ever change. */
@Entity('resolution')
export class ResolutionRow {
  /** The same for all versions. */
  @PrimaryColumn('uuid') id!: string;
  /** From 1. */
  @PrimaryColumn('integer') version!: number;
  /** Given by the database in the order of writing, and anew when a proposal comes to stand. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  /** Party code, or `*` for everybody. */
  @Column('text') party!: string;
  @Column('text', { name: 'subject_key' }) subjectKey!: string;
  @Column('jsonb') subject!: Resolution['subject'];
  /** Empty for every route. */
  @Column('text', { name: 'route_key' }) routeKey!: string;
  @Column('jsonb', { nullable: true }) route!: Route | null;
  @Column('jsonb') answer!: Resolution['answer'];
  @Column('text') reason!: string;
  @Column('text') how!: MadeBy;
  @Column('text') state!: ResolutionState;
  /** Party code. */
  @Column('text', { name: 'resolved_by' }) resolvedBy!: string;
  /** Who it was at that party, where the token said so. */
  @Column('text', { nullable: true }) person!: string | null;
  @Column('timestamptz', { name: 'resolved_at' }) resolvedAt!: Date;
  @Column('jsonb', { nullable: true }) review!: Review | null;
  /** The party's resolution that customs adopted for everybody. */
  @Column('jsonb', { nullable: true }) origin!: { readonly id: string; readonly version: number } | null;
  /** What was before their eyes, when it came out of the queue. */
  @Column('jsonb', { nullable: true }) seen!: SeenGoods | null;
}
