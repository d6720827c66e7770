import { Refusal, type Bilingual, type Finding } from '#domain';
import { documentNumberOf } from '#formats';
import type { ManifestStatus } from '../answer-manifest/receipt.js';
import type { StoredManifest } from '../storage/manifest.entity.js';

export const manifestNotFound = (): Refusal =>
  new Refusal('CLEARANCE.MANIFEST_NOT_FOUND', 'not-found', {
    en: 'There is no manifest with this message id that you may see.',
    zh: '没有您可查看的、具有此报文编号的舱单。',
  });

/** What the record or the request lacks, each with what to do, in both languages. */
export const manifestIncomplete = (findings: readonly Finding[]): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_INCOMPLETE',
    'unprocessable',
    incomplete([...new Set(findings.map(({ path }) => path))]),
    { missing: findings.map(({ path, message }) => ({ field: path.split('/').at(-1), path, message })) },
  );

const incomplete = (places: readonly string[]): Bilingual => ({
  en: `The manifest cannot be sent yet. Mend: ${places.join(', ')}.`,
  zh: `舱单尚不能发送，请更正：${places.join('、')}。`,
});

export const messageIdUsed = (messageId: string): Refusal =>
  new Refusal('CLEARANCE.MESSAGE_ID_USED', 'conflict', {
    en: `The message id ${messageId} stands on another message. Number this one anew.`,
    zh: `报文编号 ${messageId} 已用于另一报文，请重新编号。`,
  });

export const manifestOfAnother = (): Refusal =>
  new Refusal('CLEARANCE.MANIFEST_OF_ANOTHER', 'conflict', {
    en: 'Another party has sent the manifest of these goods. Only that party can change it or take it back.',
    zh: '该批货物的舱单已由另一单位发送，只有该单位可以变更或撤回。',
  });

/** Customs knows a manifest by the number of its transport document, which a change leaves as it is. */
export const manifestOfAnotherNumber = ({ messageId, message }: StoredManifest): Refusal => {
  const number = documentNumberOf(message);
  return new Refusal(
    'CLEARANCE.MANIFEST_OF_ANOTHER_NUMBER',
    'conflict',
    {
      en: `Customs has the manifest of these goods under the transport document number ${number}. Take that one back first (POST /v1/manifests/${messageId}/withdrawal), then send this one.`,
      zh: `海关已有该批货物以运输单证号 ${number} 发送的舱单。请先撤回（POST /v1/manifests/${messageId}/withdrawal），再发送本舱单。`,
    },
    { messageId, number },
  );
};

/** The record says of the leg what is with customs already. */
export const manifestUnchanged = ({ messageId }: StoredManifest): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_UNCHANGED',
    'conflict',
    {
      en: 'The manifest that customs has says the same. There is nothing to change.',
      zh: '海关已有的舱单内容相同，无需变更。',
    },
    { messageId },
  );

export const manifestNotStanding = ({ messageId }: StoredManifest): Refusal =>
  new Refusal('CLEARANCE.MANIFEST_NOT_STANDING', 'conflict', {
    en: `The message ${messageId} is not the one that holds: it was rejected, changed or taken back. Take back the latest.`,
    zh: `报文 ${messageId} 已不是有效报文：已被退单、变更或撤回。请撤回最新的报文。`,
  });

export const receiptUnreadable = (findings: readonly Finding[]): Refusal =>
  new Refusal(
    'CLEARANCE.RECEIPT_UNREADABLE',
    'unprocessable',
    { en: 'This is no receipt that can be taken. See findings.', zh: '这不是可以接收的回执，见 findings。' },
    { findings },
  );

/** A receipt for a message that was never sent from here. */
export const messageUnknown = (messageId: string): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_UNKNOWN',
    'not-found',
    {
      en: `No manifest was sent with the message id ${messageId}. Check Head/MessageID of the receipt.`,
      zh: `没有以报文编号 ${messageId} 发送过舱单。请核对回执的 Head/MessageID。`,
    },
    { messageId },
  );

export const illegalReceipt = (status: ManifestStatus, code: string, allowed: readonly ManifestStatus[]): Refusal =>
  new Refusal(
    'CLEARANCE.ILLEGAL_RECEIPT',
    'conflict',
    {
      en: `The manifest is ${status}; receipt ${code} cannot follow. ${allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'No receipt can follow any more.'}`,
      zh: `舱单状态为 ${status}，不能接收回执 ${code}。${allowed.length > 0 ? `现可接收：${allowed.join('、')}。` : '已不能再接收任何回执。'}`,
    },
    { manifestStatus: status, allowed },
  );
