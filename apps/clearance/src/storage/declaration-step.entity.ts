import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclarationStatus, Reason } from '../answer-declaration/answer.js';

/** One step in a declaration's life. Never changed. */
@Entity({ name: 'declaration_steps' })
export class StoredStep {
  @PrimaryColumn('text', { name: 'declaration_id' })
  declarationId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  sequence: number;

  @Column('text')
  status: DeclarationStatus;

  @Column('text', { name: 'taken_by' })
  by: string;

  /** With the offset its sender gave. */
  @Column('text')
  at: string;

  @Column('jsonb')
  reasons: Reason[];

  @Column('text', { nullable: true })
  reference: string | null;
}
