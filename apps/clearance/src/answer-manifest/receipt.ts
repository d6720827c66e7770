import { RECEIPT_MEANINGS, type ManifestReceipt, type ReceiptCode, type ReceiptMeaning } from '#formats';

export const MANIFEST_STATUSES = [
  'sent',
  'accepted',
  'manualReview',
  'rejected',
  'released',
  'loadingRefused',
  'unloadingForbidden',
] as const satisfies readonly ('sent' | ReceiptMeaning)[];
export type ManifestStatus = (typeof MANIFEST_STATUSES)[number];

/** Which answer may follow where a message stands. What happens to the goods follows its acceptance and can change; a rejection is an end. */
const NEXT: Readonly<Record<ManifestStatus, readonly ManifestStatus[]>> = {
  sent: ['accepted', 'manualReview', 'rejected'],
  manualReview: ['accepted', 'rejected'],
  accepted: ['released', 'loadingRefused', 'unloadingForbidden'],
  released: ['loadingRefused', 'unloadingForbidden'],
  loadingRefused: ['released'],
  unloadingForbidden: ['released'],
  rejected: [],
};

/** A receipt that was taken. */
export interface TakenReceipt {
  readonly code: ReceiptCode;
  readonly text: string | null;
  readonly sentAt: string | null;
}

export type ReceiptVerdict =
  | { readonly kind: 'step'; readonly status: ManifestStatus }
  /** Said before: answered again, without a second effect. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'illegal'; readonly allowed: readonly ManifestStatus[] };

/** Judges a receipt against where the message stands and the receipts so far. */
export function judgeReceipt(
  status: ManifestStatus,
  taken: readonly TakenReceipt[],
  receipt: ManifestReceipt,
): ReceiptVerdict {
  if (taken.some((one) => saysTheSame(one, receipt))) return { kind: 'repeat' };
  const next = RECEIPT_MEANINGS[receipt.code as ReceiptCode];
  const allowed = NEXT[status];
  return allowed.includes(next) ? { kind: 'step', status: next } : { kind: 'illegal', allowed };
}

const saysTheSame = ({ code, text, sentAt }: TakenReceipt, receipt: ManifestReceipt): boolean =>
  code === receipt.code && text === (receipt.text ?? null) && sentAt === (receipt.at ?? null);
