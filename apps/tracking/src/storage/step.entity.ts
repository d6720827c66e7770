import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Step, StepKind, StepSource } from '../take-steps/step.js';

/** A step as it is kept. */
@Entity('steps')
export class StepRow {
  @PrimaryColumn('text', { name: 'step_id' })
  stepId: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('text')
  kind: StepKind;

  @Column('text', { name: 'occurs_at' })
  occursAt: string;

  @Column('timestamptz', { name: 'sorts_at' })
  sortsAt: Date;

  @Column('integer')
  position: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text')
  certainty: Step['certainty'];

  @Column('jsonb')
  source: StepSource;

  @Column('jsonb')
  details: Record<string, unknown>;
}
