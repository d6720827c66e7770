import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TableScheme } from '#crosswalk';
import type { Finding } from '#domain';

/**
 * `received`: kept, not read yet. `refused`: its lines have errors. `waiting`: its first day has not come. `inForce`; `replaced` by a
 * later one; `rolledBack`: a person took it out of force.
 */
export type EditionState = 'received' | 'refused' | 'waiting' | 'inForce' | 'replaced' | 'rolledBack';

/** An edition of a scheme's table, as somebody loaded it. Its lines are in `table_part`, its file in `table_content`. */
@Entity('table_edition')
export class TableEditionRow {
  @PrimaryColumn('uuid') id!: string;
  /** Given by the database in the order of writing. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  @Column('text') scheme!: TableScheme;
  /** As its owner calls it: `2024-07`. */
  @Column('text') edition!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  /** Where it comes from, in words. */
  @Column('text') source!: string;
  /** Whether its licence lets everybody who may read the crosswalk have it. */
  @Column('boolean') exported!: boolean;
  @Column('text') sha256!: string;
  @Column('text', { name: 'sent_by' }) sentBy!: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  @Column('text') state!: EditionState;
  /** Lines with a code; null until they are counted. */
  @Column('integer', { nullable: true }) lines!: number | null;
  @Column('integer', { name: 'lines_read' }) linesRead!: number;
  /** The first of what is wrong with its lines; `findingsCount` says how many there are. */
  @Column('jsonb') findings!: readonly Finding[];
  @Column('integer', { name: 'findings_count' }) findingsCount!: number;
  @Column('timestamptz', { name: 'in_force_at', nullable: true }) inForceAt!: Date | null;
  @Column('text', { name: 'rolled_back_by', nullable: true }) rolledBackBy!: string | null;
  @Column('text', { name: 'rolled_back_reason', nullable: true }) rolledBackReason!: string | null;
  /** How far the open records are that it concerns. */
  @Column('jsonb', { nullable: true }) reexamination!: {
    readonly of: number;
    readonly examined: number;
    readonly changed: number;
  } | null;
}
