import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CustomsStatement, DutyTaxFee, Finding } from '#domain';
import type { Channel, DeclarationStatus, Reason } from '../answer-declaration/answer.js';

/** One step in a declaration's life, or a receipt that left it where it was. Never changed. */
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

  @Column('jsonb', { nullable: true })
  channel: Channel | null;

  @Column('jsonb')
  statements: CustomsStatement[];

  @Column('jsonb')
  duties: DutyTaxFee[];

  /** Where customs' answer said more than is kept, or gave a time before that of the step it follows. */
  @Column('jsonb')
  findings: Finding[];
}
