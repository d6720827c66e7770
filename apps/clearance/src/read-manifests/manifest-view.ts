import type { EntityManager } from 'typeorm';
import { documentNumberOf, type ManifestMode, type ManifestType, type ReceiptCode } from '#formats';
import type { ManifestStatus } from '../answer-manifest/receipt.js';
import { StoredReceipt } from '../storage/manifest-receipt.entity.js';
import type { StoredManifest } from '../storage/manifest.entity.js';

/** A manifest message in a list. */
export interface ManifestSummary {
  readonly messageId: string;
  readonly messageType: string;
  readonly functionCode: string;
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly mode: ManifestMode;
  readonly type: ManifestType;
  /** The bill or waybill that it is for. */
  readonly documentNumber: string;
  readonly status: ManifestStatus;
  readonly sender: string;
  readonly sentAt: string;
  readonly changedAt: string;
}

/** A manifest message with what customs answered. */
export interface ManifestView extends ManifestSummary {
  readonly receipts: readonly ReceiptView[];
}

export interface ReceiptView {
  readonly code: ReceiptCode;
  readonly text?: string;
  readonly by: string;
  readonly sentAt?: string;
  readonly receivedAt: string;
}

export const manifestSummary = (stored: StoredManifest): ManifestSummary => ({
  messageId: stored.messageId,
  messageType: stored.message.Head.MessageType,
  functionCode: stored.functionCode,
  oneDocumentId: stored.oneDocumentId,
  oneDocumentVersion: stored.oneDocumentVersion,
  mode: stored.mode,
  type: stored.type,
  documentNumber: documentNumberOf(stored.message),
  status: stored.status,
  sender: stored.sender,
  sentAt: stored.sentAt.toISOString(),
  changedAt: stored.changedAt.toISOString(),
});

/** Its receipts, the oldest first. */
export const receiptsOf = (transaction: EntityManager, manifestId: string): Promise<StoredReceipt[]> =>
  transaction.getRepository(StoredReceipt).find({ where: { manifestId }, order: { sequence: 'ASC' } });

export async function manifestViewOf(transaction: EntityManager, stored: StoredManifest): Promise<ManifestView> {
  const receipts = await receiptsOf(transaction, stored.id);
  return { ...manifestSummary(stored), receipts: receipts.map(receiptView) };
}

const receiptView = ({ code, text, by, sentAt, receivedAt }: StoredReceipt): ReceiptView => ({
  code,
  ...(text !== null && { text }),
  by,
  ...(sentAt !== null && { sentAt }),
  receivedAt: receivedAt.toISOString(),
});
