import type { Reference, Totals, TransportDocument } from '#domain';
import { DOCUMENT_TYPES, REFERENCE_TYPES } from './code-lists.js';
import { readCommodityCodes } from './commodity-codes.js';
import { containersOf, listedEquipment, otherNumbers, wagonsOf } from './equipment.js';
import { given } from '../../given.js';
import { goodsLine, packagesOf } from './goods.js';
import { legsOf } from './legs.js';
import { partiesOf } from './parties.js';
import { decimal, kilograms, sumOfAll } from './quantities.js';
import { purposeOf, refersToItself } from './revision.js';
import { tradeTime } from './times.js';
import type { ExchangedDocument, ReferencedDocument, SmgsConsignment, SmgsNote } from './tree.types.js';

/** The note as one consignment document. The checks have made sure that it has a number, one consignment and a readable version. */
export function toConsignment({ exchangedDocument = {}, specifiedConsignment = [] }: SmgsNote): TransportDocument {
  const consignment = specifiedConsignment[0] ?? {};
  const equipment = listedEquipment(consignment);
  const others = otherNumbers(equipment);
  const codes = readCommodityCodes(consignment);
  return {
    kind: 'railWaybill',
    mode: 'rail',
    number: exchangedDocument.id?.content ?? '',
    purpose: purposeOf(exchangedDocument),
    ...given({
      version: exchangedDocument.versionId?.content,
      issuedAt: exchangedDocument.issueDateTime && tradeTime(exchangedDocument.issueDateTime),
    }),
    references: referencesOf(exchangedDocument, consignment),
    parties: partiesOf(consignment),
    goods: (consignment.includedConsignmentItem ?? []).map((item, index) =>
      goodsLine(item, index, codes[index]?.codes ?? [], others),
    ),
    containers: containersOf(equipment),
    wagons: wagonsOf(equipment),
    legs: legsOf(consignment),
    totals: totalsOf(consignment),
  };
}

/** Other documents and numbers of the consignment; a cancellation's reference to its own number is none. */
function referencesOf(document: ExchangedDocument, consignment: SmgsConsignment): Reference[] {
  const documents = [
    ...(document.referenceReferencedDocument ?? []),
    ...(consignment.associatedReferencedDocument ?? []),
  ];
  const others = [
    consignment.id?.[0],
    consignment.consignorAssignedId,
    ...(consignment.includedReferencedConsignment ?? []).flatMap(({ id }) => id ?? []),
  ];
  return [
    ...documents.filter((reference) => !refersToItself(document, reference)).flatMap(referenceOf),
    ...reference('booking', consignment.carrierAssignedId?.content),
    ...others.flatMap((identifier) => reference('other', identifier?.content)),
  ];
}

const referenceOf = ({ id, typeCode, referenceTypeCode }: ReferencedDocument): Reference[] =>
  reference(
    REFERENCE_TYPES[referenceTypeCode?.content ?? ''] ?? documentType(typeCode?.content) ?? 'other',
    id?.[0]?.content,
  );

const documentType = (code = ''): Reference['type'] | undefined => DOCUMENT_TYPES[code];

const reference = (type: Reference['type'], value: string | undefined): Reference[] => (value ? [{ type, value }] : []);

/** The note has no total of packages; it is the items' when each has one. A gross mass that is not stated is the items' likewise. */
function totalsOf({
  includedConsignmentItem: items = [],
  grossWeight,
  transportEquipmentQuantity,
}: SmgsConsignment): Totals {
  const stated = grossWeight?.[0] && kilograms(grossWeight[0]);
  return given({
    packages: sumOfAll(items.map(packagesOf)),
    grossMassKg: stated ?? sumOfAll(items.map((item) => item.grossWeight?.[0] && kilograms(item.grossWeight[0]))),
    containers: transportEquipmentQuantity?.[0] && decimal(transportEquipmentQuantity[0]),
  });
}
