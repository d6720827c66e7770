import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ManifestMessage, ManifestMode, ManifestType } from '#formats';
import type { ManifestStatus } from '../answer-manifest/receipt.js';

/** One manifest message as it was sent, with where it stands now. */
@Entity({ name: 'manifests' })
export class StoredManifest {
  /** UUID version 7: in the order of sending. */
  @PrimaryColumn('text')
  id: string;

  /** The sender's own number at customs; no two messages have the same. */
  @Column('text', { name: 'message_id' })
  messageId: string;

  @Column('text', { name: 'one_document_id' })
  oneDocumentId: string;

  @Column('integer', { name: 'one_document_version' })
  oneDocumentVersion: number;

  @Column('text')
  mode: ManifestMode;

  @Column('text')
  type: ManifestType;

  @Column('text', { name: 'function_code' })
  functionCode: string;

  @Column('text')
  status: ManifestStatus;

  /** Party code of who sent it. */
  @Column('text')
  sender: string;

  /** What was asked for, to tell a repeat from another use of the number. */
  @Column('jsonb')
  asked: object;

  /** `json`, not `jsonb`: the elements keep their order. */
  @Column('json')
  message: ManifestMessage;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
