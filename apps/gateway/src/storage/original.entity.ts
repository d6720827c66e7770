import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sender's bytes, exactly as they came. */
@Entity('originals')
export class OriginalRow {
  @PrimaryColumn('uuid', { name: 'document_id' })
  documentId: string;

  @Column('bytea')
  bytes: Buffer;
}
