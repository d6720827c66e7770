import type { Reference, TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import { containersOf, listedEquipment, otherNumbers, wagonsOf } from '../equipment.js';
import { goodsLine } from '../goods.js';
import { reference, referenceOf } from '../references.js';
import { tradeTime } from '../times.js';
import { totalsOf } from '../totals.js';
import { readCommodityCodes } from './commodity-codes.js';
import { legsOf } from './legs.js';
import { partiesOf } from './parties.js';
import { purposeOf, refersToItself } from './revision.js';
import type { ExchangedDocument, NoteConsignment, RailNote } from './tree.types.js';

/** The note as one consignment document. The checks have made sure that it has a number, one consignment and a readable version. */
export function noteToConsignment({ exchangedDocument = {}, specifiedConsignment = [] }: RailNote): TransportDocument {
  const consignment = specifiedConsignment[0] ?? {};
  const equipment = listedEquipment(consignment);
  const goods = {
    codes: readCommodityCodes(consignment).map(({ codes }) => codes),
    others: otherNumbers(equipment),
    regulation: 'SMGS-2' as const,
  };
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
    goods: (consignment.includedConsignmentItem ?? []).map((item, index) => goodsLine(item, index, goods)),
    containers: containersOf(equipment),
    wagons: wagonsOf(equipment),
    legs: legsOf(consignment),
    totals: totalsOf(consignment),
  };
}

/** Other documents and numbers of the consignment; a cancellation's reference to its own number is none. */
function referencesOf(document: ExchangedDocument, consignment: NoteConsignment): Reference[] {
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
