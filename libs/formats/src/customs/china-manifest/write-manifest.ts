import { hasErrors, type Finding, type OneDocument } from '#domain';
import { partOf } from '../../writing/record-part.js';
import { writeXml, type XmlMembers } from '../../syntax/write-xml.js';
import { ASKS } from './asks.js';
import { borderLegOf } from './border-leg.js';
import { checkStructure, lacking } from './check-structure.js';
import { FUNCTION_CODES, MESSAGE_TYPES } from './code-lists.js';
import { declarationOf } from './declaration.js';
import { isToOrder, partyMembers } from './parties.js';
import { DECLARATION_RULES, DELETION_RULES, HEAD_RULES } from './structure.js';
import { sendTime } from './times.js';
import type { ManifestHead, ManifestMessage, ManifestOrder } from './tree.types.js';

/** A message, or what is lacking for it. */
export type WrittenManifest =
  { readonly message: ManifestMessage } | { readonly message?: undefined; readonly findings: readonly Finding[] };

/** The manifest of the record's leg over the border, as its transport document has it. Pure: what the record does not know comes from the order. */
export function writeManifest(record: OneDocument, order: ManifestOrder): WrittenManifest {
  const part = documentPart(record, order);
  if (!('document' in part)) return { findings: [noDocument(record, order, part)] };
  if (part.document.billLevel === 'house') return { findings: [OF_A_HOUSE_BILL] };
  const leg = borderLegOf(part.document, order);
  if (!leg) return { findings: [NO_LEG] };
  const message = { Head: headOf(order), Declaration: declarationOf(record, part.document, leg, order) };
  const findings = [
    ...checkStructure(message.Head, HEAD_RULES, '/Head'),
    ...checkStructure(message.Declaration, DECLARATION_RULES, '/Declaration'),
    ...(isToOrder(part.document) && !partyMembers(part.document, 'notify')
      ? [lacking('/Declaration/Consignment/NotifyParty', ASKS.notifyParty)]
      : []),
  ];
  return hasErrors(findings) ? { findings } : { message };
}

/** Takes a manifest back: the same bill on the same means, under a number of its own. */
export function writeManifestDeletion(
  sent: ManifestMessage,
  head: Pick<ManifestOrder, 'messageId' | 'sentAt'>,
  reason: string,
): WrittenManifest {
  const { Consignment, LoadingLocation: _loading, UnloadingLocation: _unloading, ...rest } = sent.Declaration;
  const { DeclarationOfficeID, BorderTransportMeans, Carrier, RepresentativePerson } = rest;
  const message: ManifestMessage = {
    Head: {
      ...sent.Head,
      MessageID: head.messageId,
      FunctionCode: FUNCTION_CODES.delete,
      SendTime: sendTime(head.sentAt),
    },
    Declaration: {
      DeclarationOfficeID,
      AdditionalInformation: { Content: reason },
      BorderTransportMeans,
      Carrier,
      Consignment: { TransportContractDocument: (Consignment as XmlMembers)['TransportContractDocument'] },
      RepresentativePerson,
    },
  };
  const findings = [
    ...checkStructure(message.Head, HEAD_RULES, '/Head'),
    ...checkStructure(message.Declaration, DELETION_RULES, '/Declaration'),
  ];
  return hasErrors(findings) ? { findings } : { message };
}

/** The bytes of a message, in the namespace of its type. */
export const manifestXml = ({ Head, Declaration }: ManifestMessage): Buffer =>
  writeXml({
    Manifest: { '@xmlns': `urn:Declaration:datamodel:standard:CN:${Head.MessageType}:1`, Head, Declaration },
  });

/** Customs' number of the transport document that the message is for. */
export function documentNumberOf({ Declaration }: ManifestMessage): string {
  const contract = (Declaration['Consignment'] as XmlMembers)['TransportContractDocument'] as XmlMembers;
  return contract['ID'] as string;
}

function documentPart(record: OneDocument, order: ManifestOrder) {
  const leg = borderLegOf(record, order);
  if (order.mode === 'rail') return partOf(record, 'railWaybill', leg);
  const bill = partOf(record, 'billOfLading', leg);
  return 'document' in bill ? bill : partOf(record, 'seaWaybill', leg);
}

const OF_A_HOUSE_BILL = lacking('/Declaration/Consignment/TransportContractDocument', ASKS.houseBill);
const NO_LEG = lacking('/Declaration/BorderTransportMeans', ASKS.leg);

function noDocument(record: OneDocument, order: ManifestOrder, why: readonly Finding[]): Finding {
  const isShared = why.some(({ code }) => code === 'RECORD.SHARED_DOCUMENT');
  if (isShared && !borderLegOf(record, order)) return NO_LEG;
  return lacking('/Declaration/Consignment', isShared ? ASKS.sharedDocument : ASKS.transportDocument);
}

const headOf = (order: ManifestOrder): ManifestHead => ({
  MessageID: order.messageId,
  FunctionCode: FUNCTION_CODES[order.function],
  MessageType: MESSAGE_TYPES[order.mode][order.type],
  SenderID: order.senderId,
  ReceiverID: order.receiverId,
  SendTime: sendTime(order.sentAt),
  Version: '1.0',
});
