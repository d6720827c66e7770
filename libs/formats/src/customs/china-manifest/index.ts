export {
  MANIFEST_MODES,
  MANIFEST_TYPES,
  RECEIPT_MEANINGS,
  type ManifestMode,
  type ManifestType,
  type ReceiptCode,
  type ReceiptMeaning,
} from './code-lists.js';
export { checkReceiptType, readManifestReceipt, type ReadReceipt } from './read-receipt.js';
export type { ManifestMessage, ManifestOrder, ManifestReceipt } from './tree.types.js';
export {
  documentNumberOf,
  manifestXml,
  writeManifest,
  writeManifestDeletion,
  type WrittenManifest,
} from './write-manifest.js';
