import {
  isMasterOfHouses,
  type BorderCrossing,
  type Declaration,
  type DeclaredContainer,
  type DeclaredDocument,
  type DeclaredParty,
  type OneDocument,
  type PartyAeo,
  type RecordLeg,
  type RecordParty,
} from '#domain';
import { containersOver, crossingOf, documentsOf, meansOfTransport, type Crossing } from './border-leg.js';
import { declaredGoods } from './declared-goods.js';
import { notDeclared } from './not-declared.js';

/** What a declaration says that the record does not: who declares, for whom, what and when. */
export type DeclarationHead = Pick<
  Declaration,
  'declarationId' | 'type' | 'mode' | 'declarant' | 'principal' | 'preparedAt' | 'aeoAsOf' | 'customsOffice'
>;

/**
 * The declaration of a complete record (`missingFor` finds nothing), as published in `schemas/declaration/v1`. `aeo` gives a party's AEO
 * code and status. Throws only when the record has no leg over the border, which `missingFor` would have said.
 */
export function buildDeclaration(
  record: OneDocument,
  aeo: (party: RecordParty) => PartyAeo | undefined,
  head: DeclarationHead,
): Declaration {
  const crossing = crossingOf(record, head.type);
  if (crossing === undefined)
    throw new Error(`The record ${record.id} has no leg over the border for its ${head.type}.`);
  const { border, exit } = crossing;
  return {
    schemaVersion: '1',
    ...head,
    oneDocumentId: record.id,
    oneDocumentVersion: record.version,
    documentIds: documentIdsOf(record),
    parties: record.parties.map((party) => declaredParty(party, aeo(party))),
    borderCrossing: borderCrossing(record, border),
    ...(exit && { exitCrossing: borderCrossing(record, exit) }),
    transportDocuments: declaredDocuments(record, crossing),
    containers: containersOver(record, head.type).map(declaredContainer),
    ...declaredGoods(record, head.type, border.mode),
    discrepancies: [...record.discrepancies, ...notDeclared(record, head.type)],
  };
}

/** The documents in force that the record rests on alone; whose goods a waybill or a master bill is over, each record says by its bill. */
export const documentIdsOf = (record: OneDocument): string[] =>
  record.transportDocuments
    .filter((source) => source.status === 'current' && !source.shared && !isMasterOfHouses(record, source))
    .map(({ documentId }) => documentId);

/** Those by which the goods may have been declared before: also by the master bill, before its house bills came. */
export const documentsOfGoods = (record: OneDocument): string[] => [
  ...documentIdsOf(record),
  ...record.transportDocuments
    .filter((source) => source.status === 'current' && isMasterOfHouses(record, source))
    .map(({ documentId }) => documentId),
];

function declaredParty({ role, names, codes, address }: RecordParty, aeo: PartyAeo | undefined): DeclaredParty {
  const toOrder = role === 'consignee' && names.some(({ text }) => /^\s*to\s+(the\s+)?order\b/i.test(text));
  return { role, names, codes, ...(address && { address }), ...(toOrder && { toOrder }), ...(aeo && { aeo }) };
}

function borderCrossing(record: OneDocument, leg: RecordLeg): BorderCrossing {
  const { sequence, mode, from, to, departsAt, departure, arrivesAt, arrival } = leg;
  return {
    legSequence: sequence,
    mode,
    placeOfLoading: from,
    placeOfDischarge: to,
    ...(departsAt !== undefined && { departsAt }),
    ...(departure !== undefined && { departure }),
    ...(arrivesAt !== undefined && { arrivesAt }),
    ...(arrival !== undefined && { arrival }),
    meansOfTransport: meansOfTransport(record, leg),
  };
}

/** Contracts of carriage; what a shipper instructed is none. */
function declaredDocuments(record: OneDocument, { border, exit }: Crossing): DeclaredDocument[] {
  const atBorder = documentsOf(record, border);
  const atExit = exit ? documentsOf(record, exit) : [];
  return record.transportDocuments
    .filter(({ status, kind }) => status === 'current' && kind !== 'shippingInstruction')
    .map((document) => {
      const { documentId, kind, mode, number, issuedAt, billLevel, masterBill } = document;
      return {
        documentId,
        kind,
        mode,
        number,
        ...(issuedAt !== undefined && { issuedAt }),
        ...(billLevel && { billLevel }),
        ...(masterBill !== undefined && { masterBill }),
        crossesBorder: atBorder.includes(document),
        ...(atExit.includes(document) && { crossesExit: true }),
      };
    });
}

const declaredContainer = ({
  number,
  sizeType,
  seals,
  sealsByMode,
}: OneDocument['equipment'][number]): DeclaredContainer => ({
  number,
  ...(sizeType !== undefined && { sizeType }),
  seals,
  sealsByMode,
});
