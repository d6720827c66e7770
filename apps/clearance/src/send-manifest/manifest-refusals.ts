import { Refusal, type Finding } from '#domain';
import type { ManifestStatus } from '../answer-manifest/receipt.js';
import type { StoredManifest } from '../storage/manifest.entity.js';

export const manifestNotFound = (): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_NOT_FOUND',
    'not-found',
    'There is no manifest with this message id that you may see.',
  );

/** What the record or the request lacks, each with what to do, in both languages. */
export const manifestIncomplete = (findings: readonly Finding[]): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_INCOMPLETE',
    'unprocessable',
    `The manifest cannot be sent yet. Mend: ${[...new Set(findings.map(({ path }) => path))].join(', ')}.`,
    { missing: findings.map(({ path, message }) => ({ field: path.split('/').at(-1), path, message })) },
  );

export const messageIdUsed = (messageId: string): Refusal =>
  new Refusal(
    'CLEARANCE.MESSAGE_ID_USED',
    'conflict',
    `The message id ${messageId} stands on another message. Number this one anew.`,
  );

export const manifestOfAnother = (): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_OF_ANOTHER',
    'conflict',
    'Another party has sent the manifest of these goods. Only that party can change it or take it back.',
  );

/** The record says of the leg what is with customs already. */
export const manifestUnchanged = ({ messageId }: StoredManifest): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_UNCHANGED',
    'conflict',
    'The manifest that customs has says the same. There is nothing to change.',
    { messageId },
  );

export const manifestNotStanding = ({ messageId }: StoredManifest): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_NOT_STANDING',
    'conflict',
    `The message ${messageId} is not the one that holds: it was rejected, changed or taken back. Take back the latest.`,
  );

export const receiptUnreadable = (findings: readonly Finding[]): Refusal =>
  new Refusal('CLEARANCE.RECEIPT_UNREADABLE', 'unprocessable', 'This is no receipt that can be taken. See findings.', {
    findings,
  });

/** A receipt for a message that was never sent from here. */
export const messageUnknown = (messageId: string): Refusal =>
  new Refusal(
    'CLEARANCE.MANIFEST_UNKNOWN',
    'not-found',
    `No manifest was sent with the message id ${messageId}. Check Head/MessageID of the receipt.`,
    { messageId },
  );

export const illegalReceipt = (status: ManifestStatus, code: string, allowed: readonly ManifestStatus[]): Refusal =>
  new Refusal(
    'CLEARANCE.ILLEGAL_RECEIPT',
    'conflict',
    `The manifest is ${status}; receipt ${code} cannot follow. ${allowed.length > 0 ? `Allowed now: ${allowed.join(', ')}.` : 'No receipt can follow any more.'}`,
    { manifestStatus: status, allowed },
  );
