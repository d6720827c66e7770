import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReceiptCode } from '#formats';

/** One answer of customs to a manifest message. Never changed. */
@Entity({ name: 'manifest_receipts' })
export class StoredReceipt {
  @PrimaryColumn('text', { name: 'manifest_id' })
  manifestId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  sequence: number;

  @Column('text')
  code: ReceiptCode;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { name: 'taken_by' })
  by: string;

  /** When customs sent it; null when it does not say so. */
  @Column('text', { name: 'sent_at', nullable: true })
  sentAt: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
