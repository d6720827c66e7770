import { jsonMessage, topics, type ManifestStep, type Topic } from '#contracts';
import type { OutgoingMessage } from '#messaging';
import type { StoredManifest } from '../storage/manifest.entity.js';

export const MANIFEST_TOPICS: readonly Topic[] = [topics.manifestSent, topics.manifestAnswered];

/** Where a message stands, as it goes out: once sent, and after each receipt. */
export function manifestStepMessage(
  manifest: StoredManifest,
  step: Pick<ManifestStep, 'by' | 'at' | 'receiptCode' | 'receiptText'>,
): OutgoingMessage {
  const { messageId, oneDocumentId, oneDocumentVersion, mode, type, functionCode, status, sender, message } = manifest;
  const payload: ManifestStep = {
    messageId,
    messageType: message.Head.MessageType,
    functionCode,
    oneDocumentId,
    oneDocumentVersion,
    mode,
    type,
    status,
    sender,
    ...step,
  };
  return jsonMessage(status === 'sent' ? topics.manifestSent : topics.manifestAnswered, oneDocumentId, payload);
}
