export {
  ACKNOWLEDGEMENT_TYPES,
  acknowledgeInterchange,
  type Acknowledgement,
  type AcknowledgementType,
  type Unacknowledged,
} from './acknowledge-interchange.js';
export { catalogue } from './catalogue.js';
export {
  documentNumberOf,
  MANIFEST_MODES,
  MANIFEST_TYPES,
  manifestXml,
  checkReceiptType,
  readManifestReceipt,
  RECEIPT_MEANINGS,
  writeManifest,
  writeManifestDeletion,
  type ManifestMessage,
  type ManifestMode,
  type ManifestOrder,
  type ManifestReceipt,
  type ManifestType,
  type ReceiptCode,
  type ReceiptMeaning,
  type WrittenManifest,
} from './customs/china-manifest/index.js';
export { writeChinaDeclaration } from './customs/china-declaration/index.js';
export { writeWcoDeclaration } from './customs/wco-declaration/index.js';
export { readWcoResponse } from './customs/wco-response/index.js';
export type { AnyFormat, EventFormat, Format, Writing } from './format.js';
export { encodeBill as encodeIftmcsBill } from './ocean/iftmcs/index.js';
export { readDocument, type DocumentReading } from './read-document.js';
export { readOffLoop } from './reading/read-off-loop.js';
export { writeApplicationError, type RefusedDocument } from './syntax/edifact/application-error.js';
export { checkMessage } from './syntax/edifact/check-message.js';
export { writeControlReport, type ExaminedInterchange } from './syntax/edifact/control-report.js';
export { checkProfile } from './syntax/edifact/check-profile.js';
export { cutInterchange } from './syntax/edifact/cut-interchange.js';
export { DIRECTORY_IDS } from './syntax/edifact/directories/directory.js';
export { looksLikeEdifact } from './syntax/edifact/envelope.js';
export { openInterchange, type CutMessage, type Interchange } from './syntax/edifact/interchange.js';
export { type Agreement, type PartnerProfile } from './syntax/edifact/partner-profile.js';
export { writeInterchange, type WrittenInterchange } from './syntax/edifact/write-interchange.js';
