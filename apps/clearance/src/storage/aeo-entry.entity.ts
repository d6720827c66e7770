import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AeoEntry, Recognition } from '../keep-aeo-register/aeo-status.js';

/** One statement of customs about a party's AEO certificate. Never changed; a later one speaks over it. */
@Entity({ name: 'aeo_entries' })
export class StoredAeoEntry implements AeoEntry {
  /** Given by the database in the order of recording. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text', { name: 'party_code' })
  partyCode: string;

  @Column('text', { name: 'aeo_code' })
  aeoCode: string;

  @Column('text')
  grade: string;

  @Column('text')
  country: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('jsonb', { name: 'mutual_recognition' })
  mutualRecognition: Recognition[];

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy: string;
}
