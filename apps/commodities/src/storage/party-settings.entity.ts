import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a party wants its people to decide. */
@Entity('party_settings')
export class PartySettingsRow {
  @PrimaryColumn('text') party!: string;
  /** An answer holds only when a second person has confirmed it. */
  @Column('boolean', { name: 'four_eyes' }) fourEyes!: boolean;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  /** The person who asked to do without; it waits for a second. */
  @Column('text', { name: 'off_asked_by', nullable: true }) offAskedBy!: string | null;
}
